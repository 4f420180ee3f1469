import { transports, serve } from "#host";
import { mockAuth0 } from "auth0-msw";
import { afterEach, describe, expect, test } from "vitest";
import type { WireRequest } from "../host/wire.ts";
import { json, valid } from "../helpers/requests.ts";

const scenarios = [
  "oauth-ro/user-blocked",
  "oauth-ro/access-denied",
  "oauth-ro/too-many-logins",
  "oauth-ro/connection-not-found",
  "oauth-ro/bad-gateway",
  "oauth-ro/too-many-attempts",
] as const;

/** Worlds side by side on one host, told apart by their domains alone. */
const worlds = scenarios.map((scenario, index) => {
  const domain = `tenant-${index}.eu.auth0.com`;
  return { scenario, domain, auth0: mockAuth0({ domain }) };
});
type World = (typeof worlds)[number];

const [one, two] = worlds as [World, World];

serve(worlds.flatMap(({ auth0 }) => auth0.handlers));
afterEach(() => {
  for (const { auth0 } of worlds) auth0.reset();
});

function at({ domain }: World, request: WireRequest): WireRequest {
  return { ...request, url: request.url.replace(/^https:\/\/[^/]+/, `https://${domain}`) };
}

/** All of them at once: each of the worlds in turn, ten times over. */
async function tenEach<Result>(ask: (world: World) => Promise<Result>): Promise<[World, Result][]> {
  const turns = Array.from({ length: 10 }, () => worlds).flat();
  return Promise.all(turns.map(async (world) => [world, await ask(world)] as [World, Result]));
}

describe.each(Object.entries(transports))("through %s", (_name, send) => {
  const signIn = (world: World, changes?: Record<string, unknown>) => send(at(world, valid("oauth-ro", changes)));
  const start = (world: World, changes?: Record<string, unknown>) =>
    send(at(world, valid("passwordless-start", changes)));

  test("each world answers with its own switch, and logs its own calls", async () => {
    for (const { auth0, scenario } of worlds) auth0.use(scenario);
    const answers = await tenEach((world) => signIn(world));
    for (const [{ auth0, scenario }, { body }] of answers) {
      expect(body).toBe(auth0.scenarios.find(({ id }) => id === scenario)?.body);
    }
    for (const { auth0, scenario, domain } of worlds) {
      const told = auth0.calls().map((call) => ({ id: call.scenario, host: new URL(call.request.url).host }));
      expect(told).toEqual(Array.from({ length: 10 }, () => ({ id: scenario, host: domain })));
    }
  });

  test("a one-shot and a sequence are used up by their own world", async () => {
    one.auth0.once("oauth-ro/password-leaked");
    two.auth0.sequence(["oauth-ro/wrong-password", "oauth-ro/success"]);
    await tenEach((world) => signIn(world));
    const failed = worlds.map(({ auth0 }) => auth0.calls().flatMap(({ n, scenario }) => (n === 1 ? scenario : [])));
    expect(failed.flat()).toEqual([
      "oauth-ro/password-leaked",
      "oauth-ro/wrong-password",
      ...worlds.slice(2).map(() => "oauth-ro/success"),
    ]);
    expect(worlds.map(({ auth0 }) => auth0.active("oauth-ro"))).toEqual([
      "oauth-ro/live",
      "oauth-ro/success",
      ...worlds.slice(2).map(() => "oauth-ro/live"),
    ]);
  });

  test("a reset ends what is pending in its own world alone", async () => {
    for (const { auth0 } of [one, two]) auth0.use("oauth-ro/access-denied", { delay: "infinite" });
    const reset = expect(signIn(one)).rejects.toThrow();
    const kept = signIn(two);
    await Promise.all([one, two].map(({ auth0 }) => auth0.waitForCall("oauth-ro")));
    one.auth0.reset();
    await reset;
    expect(one.auth0.calls()).toEqual([]);
    expect(two.auth0.calls()).toHaveLength(1);
    two.auth0.use("oauth-ro/live");
    expect((await kept).status).toBe(403);
  });

  test("a user is locked, and a code sent and used, in one world alone", async () => {
    await Promise.all(Array.from({ length: 10 }, () => signIn(one, { password: "nope" })));
    await start(two);
    const code = two.auth0.inbox.latest("ada@example.com")?.code;
    expect(code).toMatch(/^\d{6}$/);
    expect(worlds.filter(({ auth0 }) => auth0.inbox.messages.length > 0)).toEqual([two]);

    const tried = worlds.map(async (world) => [
      (await signIn(world)).status,
      (await signIn(world, { connection: "email", password: code })).status,
    ]);
    expect(await Promise.all(tried)).toEqual([[429, 401], [200, 200], ...worlds.slice(2).map(() => [200, 401])]);
  });

  test("what is generated is the same, whatever goes on beside it", async () => {
    const generated = async (world: World) => {
      const { access_token: token } = json(await signIn(world));
      const { _id: id } = json(await start(world, { email: "new@example.com" }));
      return { token, id, code: world.auth0.inbox.latest()?.code };
    };
    const alone = await generated(one);
    one.auth0.reset();
    expect(await Promise.all(worlds.map(generated))).toEqual(worlds.map(() => alone));
  });
});
