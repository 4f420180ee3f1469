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

/** Mocks in one process that differ only in their domains. */
const mocks = scenarios.map((scenario, index) => {
  const domain = `tenant-${index}.eu.auth0.com`;
  return { scenario, domain, auth0: mockAuth0({ domain }) };
});
type Mock = (typeof mocks)[number];

const [one, two] = mocks as [Mock, Mock];

serve(mocks.flatMap(({ auth0 }) => auth0.handlers));
afterEach(() => {
  for (const { auth0 } of mocks) auth0.reset();
});

function at({ domain }: Mock, request: WireRequest): WireRequest {
  return { ...request, url: request.url.replace(/^https:\/\/[^/]+/, `https://${domain}`) };
}

/** Runs ten requests for each mock, all at the same time. */
async function tenEach<Result>(run: (mock: Mock) => Promise<Result>): Promise<[Mock, Result][]> {
  const all = Array.from({ length: 10 }, () => mocks).flat();
  return Promise.all(all.map(async (mock) => [mock, await run(mock)] as [Mock, Result]));
}

describe.each(Object.entries(transports))("through %s", (_name, send) => {
  const signIn = (mock: Mock, changes?: Record<string, unknown>) => send(at(mock, valid("oauth-ro", changes)));
  const start = (mock: Mock, changes?: Record<string, unknown>) => send(at(mock, valid("passwordless-start", changes)));

  test("each mock answers with its own scenario and logs its own calls", async () => {
    for (const { auth0, scenario } of mocks) auth0.use(scenario);
    const answers = await tenEach((mock) => signIn(mock));
    for (const [{ auth0, scenario }, { body }] of answers) {
      expect(body).toBe(auth0.scenarios.find(({ id }) => id === scenario)?.body);
    }
    for (const { auth0, scenario, domain } of mocks) {
      const logged = auth0.calls().map((call) => ({ id: call.scenario, host: new URL(call.request.url).host }));
      expect(logged).toEqual(Array.from({ length: 10 }, () => ({ id: scenario, host: domain })));
    }
  });

  test("only its own requests use up a one-shot or a sequence", async () => {
    one.auth0.once("oauth-ro/password-leaked");
    two.auth0.sequence(["oauth-ro/wrong-password", "oauth-ro/success"]);
    await tenEach((mock) => signIn(mock));
    const failed = mocks.map(({ auth0 }) => auth0.calls().flatMap(({ n, scenario }) => (n === 1 ? scenario : [])));
    expect(failed.flat()).toEqual([
      "oauth-ro/password-leaked",
      "oauth-ro/wrong-password",
      ...mocks.slice(2).map(() => "oauth-ro/success"),
    ]);
    expect(mocks.map(({ auth0 }) => auth0.active("oauth-ro"))).toEqual([
      "oauth-ro/live",
      "oauth-ro/success",
      ...mocks.slice(2).map(() => "oauth-ro/live"),
    ]);
  });

  test("a reset ends only its own pending requests", async () => {
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

  test("a locked user and a sent code exist only in their own mock", async () => {
    await Promise.all(Array.from({ length: 10 }, () => signIn(one, { password: "nope" })));
    await start(two);
    const code = two.auth0.inbox.latest("ada@example.com")?.code;
    expect(code).toMatch(/^\d{6}$/);
    expect(mocks.filter(({ auth0 }) => auth0.inbox.messages.length > 0)).toEqual([two]);

    const tried = mocks.map(async (mock) => [
      (await signIn(mock)).status,
      (await signIn(mock, { connection: "email", password: code })).status,
    ]);
    expect(await Promise.all(tried)).toEqual([[429, 401], [200, 200], ...mocks.slice(2).map(() => [200, 401])]);
  });

  test("generated data is the same with and without other requests", async () => {
    const generated = async (mock: Mock) => {
      const { access_token: token } = json(await signIn(mock));
      const { _id: id } = json(await start(mock, { email: "new@example.com" }));
      return { token, id, code: mock.auth0.inbox.latest()?.code };
    };
    const expected = await generated(one);
    one.auth0.reset();
    expect(await Promise.all(mocks.map(generated))).toEqual(mocks.map(() => expected));
  });
});
