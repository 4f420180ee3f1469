import { expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { earlier, equal, later, one, two } from "./set-ups/two-mocks.ts";

test("two mocks answer side by side", async () => {
  one.use("oauth-ro/user-blocked");
  two.use("oauth-ro/access-denied");
  expect([await signIn("one.auth0.com"), await signIn("two.auth0.com")]).toEqual([401, 403]);
  expect([one.calls().length, two.calls().length]).toEqual([1, 1]);
});

test("each mock starts with a fresh session", () => {
  expect([one.active("oauth-ro"), two.active("oauth-ro")]).toEqual(["oauth-ro/live", "oauth-ro/live"]);
  expect([one.calls(), two.calls()]).toEqual([[], []]);
});

test("equal options return the same mock", () => {
  expect(equal).toBe(one);
});

test("the later mock answers when both match", async () => {
  earlier.use("oauth-ro/user-blocked");
  later.use("oauth-ro/access-denied");
  expect(await signIn("three.auth0.com")).toBe(403);
});
