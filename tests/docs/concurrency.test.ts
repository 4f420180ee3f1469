import { expect, test } from "vitest";
import "../../examples/concurrency/isolate.test.ts";
import { auth0 } from "../../examples/concurrency/server.ts";
import { signInThreeTimes } from "../../examples/concurrency/several-users.ts";

test("concurrent sign-ins have their own sessions", async () => {
  expect(await signInThreeTimes()).toEqual(["user is blocked", expect.stringContaining("leaked"), "signed in"]);
  expect(auth0.calls()).toEqual([]);
});
