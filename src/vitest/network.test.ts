import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterEach, describe, expect, test } from "vitest";
import { mockAuth0, type MockAuth0 } from "../mock-auth0.ts";
import { connect, disconnect } from "./network.ts";

const theirs = http.get("https://api.example.com/", () => new HttpResponse("theirs"));
const never = () => expect.fail("A server is given.");
const [one, two] = [mockAuth0({ domain: "one.auth0.com" }), mockAuth0({ domain: "two.auth0.com" })];

afterEach(async () => {
  await disconnect(one);
  await disconnect(two);
});

function answersFor({ handlers }: MockAuth0, server: ReturnType<typeof setupServer>): boolean {
  const listed: readonly unknown[] = server.listHandlers();
  return handlers.every((handler) => listed.includes(handler));
}

describe("the user's server", () => {
  test("keeps the mocks when its handlers are reset", () => {
    const server = setupServer(theirs);
    connect(one, server, never);
    connect(two, undefined, never);
    server.resetHandlers();
    expect([answersFor(one, server), answersFor(two, server)]).toEqual([true, true]);
    expect(server.listHandlers()).toContain(theirs);
  });

  test("is restored when the last mock disconnects", async () => {
    const server = setupServer(theirs);
    const { resetHandlers } = server;
    const isOwn = Object.hasOwn(server, "resetHandlers");
    connect(one, server, never);
    connect(two, undefined, never);
    await disconnect(one);
    expect(server.resetHandlers).not.toBe(resetHandlers);
    expect(server.listHandlers()).toEqual([...two.handlers, theirs]);
    await disconnect(two);
    expect(server.resetHandlers).toBe(resetHandlers);
    expect(Object.hasOwn(server, "resetHandlers")).toBe(isOwn);
    expect(server.listHandlers()).toEqual([theirs]);
  });

  test("is restored when the mocks move to another server", () => {
    const [first, second] = [setupServer(theirs), setupServer(theirs)];
    const { resetHandlers } = first;
    connect(one, first, never);
    connect(two, second, never);
    expect(first.resetHandlers).toBe(resetHandlers);
    second.resetHandlers();
    expect([answersFor(one, second), answersFor(two, second)]).toEqual([true, true]);
  });

  test("keeps a patch of its resetHandlers that was added later", async () => {
    const server = setupServer(theirs);
    connect(one, server, never);
    const below = server.resetHandlers;
    const above: typeof below = (...next) => below(...next);
    server.resetHandlers = above;
    await disconnect(one);
    expect(server.resetHandlers).toBe(above);
    server.resetHandlers();
    expect(server.listHandlers()).toEqual([theirs]);
  });
});

test("stops our own server when the last mock disconnects", async () => {
  const server = setupServer();
  let stops = 0;
  const start = () => ({ network: server, stop: () => (stops += 1) });
  connect(one, undefined, start);
  connect(two, undefined, never);
  await disconnect(one);
  expect(stops).toBe(0);
  await disconnect(two);
  await disconnect(two);
  expect(stops).toBe(1);
});
