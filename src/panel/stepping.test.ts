import { mockAuth0 } from "auth0-msw";
import { expect, test } from "vitest";
import { modelOf } from "./model-of.ts";
import { nextFailure } from "./stepping.ts";

test("goes through all failures of the endpoint, and starts over", () => {
  const auth0 = mockAuth0();
  const failures = auth0.failures("passwordless-start").map(({ id }) => id as string);
  auth0.use("passwordless-start/success");
  const visited = failures.map(() => {
    const id = nextFailure(modelOf(auth0), 1);
    auth0.use(id as never);
    return id;
  });
  expect(visited.toSorted()).toEqual(failures.toSorted());
  expect(nextFailure(modelOf(auth0), 1)).toBe(visited[0]);
  expect(nextFailure(modelOf(auth0), -1)).toBe(visited.at(-2));
});

test("begins at either end, at the endpoint that was called last", () => {
  const { scenarios } = mockAuth0();
  const active = { "oauth-ro": "oauth-ro/live", "passwordless-start": "passwordless-start/live" };
  expect(nextFailure({ scenarios, active, calls: [] }, 1)).toMatch(/^oauth-ro\//);
  const calls = [{ endpoint: "passwordless-start" }] as never;
  const first = nextFailure({ scenarios, active, calls }, 1);
  expect(first).toMatch(/^passwordless-start\//);
  const last = nextFailure({ scenarios, active, calls }, -1);
  expect(nextFailure({ scenarios, active: { ...active, "passwordless-start": last }, calls }, 1)).toBe(first);
});
