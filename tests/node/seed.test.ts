import { serve, transports } from "#host";
import { faker } from "@faker-js/faker/locale/en";
import { mockAuth0 } from "auth0-msw";
import { beforeEach, expect, test, vi } from "vitest";
import { fromExample, json } from "../helpers/requests.ts";

const send = transports["fetch"] ?? expect.fail("No fetch transport.");
const seeds = { one: 1, again: 1, other: 2 };
const mocks = Object.fromEntries(
  Object.entries(seeds).map(([name, seed]) => [name, mockAuth0({ seed, domain: `${name}.auth0.com` })]),
);
serve(Object.values(mocks).flatMap((auth0) => auth0.handlers));
beforeEach(() => {
  for (const auth0 of Object.values(mocks)) auth0.reset();
});

async function request(name: string, id: "oauth-ro/success" | "passwordless-start/success"): Promise<string> {
  const auth0 = mocks[name];
  const example = auth0?.scenarios.find((scenario) => scenario.id === id)?.example ?? expect.fail("No example.");
  auth0?.use(id);
  const { path, method, headers } = example;
  const body =
    id === "oauth-ro/success" ? { scope: "openid profile", username: "x@example.com" } : { email: "x@example.com" };
  return (await send(fromExample({ path, method, headers, host: `${name}.auth0.com`, body }))).body;
}

test("the same seed and nth request give the same bytes; another seed gives others", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
  const ids = ["passwordless-start/success", "oauth-ro/success", "oauth-ro/success"] as const;
  const answers: Record<string, string[]> = { one: [], again: [], other: [] };
  for (const [name, own] of Object.entries(answers)) {
    for (const id of ids) own.push((await request(name, id)).replaceAll(/"id_token":"[^"]+"/g, ""));
  }
  expect(answers["again"]).toEqual(answers["one"]);
  expect(new Set([...(answers["one"] ?? []), ...(answers["other"] ?? [])]).size).toBe(6);
  expect(mocks["one"]?.inbox.latest()?.code).toBe(mocks["again"]?.inbox.latest()?.code);
  vi.useRealTimers();
});

test("earlier requests change only the number of a request", async () => {
  await request("one", "passwordless-start/success");
  await request("again", "oauth-ro/success");
  expect(json({ body: await request("one", "oauth-ro/success") })["access_token"]).toBe(
    json({ body: await request("again", "oauth-ro/success") })["access_token"],
  );
});

test("a reset restarts the numbers", async () => {
  const first = json({ body: await request("one", "oauth-ro/success") })["access_token"];
  const second = json({ body: await request("one", "oauth-ro/success") })["access_token"];
  mocks["one"]?.reset();
  expect(json({ body: await request("one", "oauth-ro/success") })["access_token"]).toBe(first);
  expect(second).not.toBe(first);
});

test("the faker that you seed yourself is not changed", async () => {
  faker.seed(42);
  const expected = [faker.person.fullName(), faker.person.fullName()];
  faker.seed(42);
  const first = faker.person.fullName();
  await request("one", "oauth-ro/success");
  expect([first, faker.person.fullName()]).toEqual(expected);
});

test("concurrent requests get the same data as sequential ones", async () => {
  await Promise.all(Array.from({ length: 20 }, () => request("one", "passwordless-start/success")));
  for (let n = 0; n < 20; n += 1) await request("again", "passwordless-start/success");
  const codes = (name: string) => mocks[name]?.inbox.messages.map(({ code }) => code).toSorted();
  expect(codes("one")).toEqual(codes("again"));
  expect(new Set(codes("one")).size).toBe(20);
});
