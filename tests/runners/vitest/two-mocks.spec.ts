import { expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { earlier, equal, later, one, two } from "./set-ups/two-mocks.ts";

test("live side by side", async () => {
  one.use("oauth-ro/user-blocked");
  two.use("oauth-ro/access-denied");
  expect([await signIn("one.auth0.com"), await signIn("two.auth0.com")]).toEqual([401, 403]);
  expect([one.calls().length, two.calls().length]).toEqual([1, 1]);
});

test("begin anew, each of them", () => {
  expect([one.active("oauth-ro"), two.active("oauth-ro")]).toEqual(["oauth-ro/live", "oauth-ro/live"]);
  expect([one.calls(), two.calls()]).toEqual([[], []]);
});

test("are one where the options are equal", () => {
  expect(equal).toBe(one);
});

test("the later one answers where both would", async () => {
  earlier.use("oauth-ro/user-blocked");
  later.use("oauth-ro/access-denied");
  expect(await signIn("three.auth0.com")).toBe(403);
});
