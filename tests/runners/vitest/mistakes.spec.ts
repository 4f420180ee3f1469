import { expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

test("use", () => {
  // @ts-expect-error: a wrong name
  auth0.use("oauth-ro/user-bloked");
});

test("once after a response", async () => {
  await signIn();
  // @ts-expect-error: a wrong name
  auth0.once("oauth-ro/user-bloked");
});

test("toHaveAnswered", () => {
  // @ts-expect-error: a wrong name
  void expect(auth0).toHaveAnswered("oauth-ro/user-bloked");
});

test("not.toHaveAnswered", () => {
  // @ts-expect-error: a wrong name
  void expect(auth0).not.toHaveAnswered("oauth-ro/user-bloked");
});

test("toHaveAnswered with a live id", () => {
  // @ts-expect-error: no scenario has that name
  void expect(auth0).toHaveAnswered("oauth-ro/live");
});

test("toHaveAnswered on a value that is not a mock", () => {
  // @ts-expect-error: not a mock
  void expect({}).toHaveAnswered("oauth-ro/user-blocked");
});

test("toHaveAnswered without calls", () => {
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});

test("toHaveAnswered after other calls", async () => {
  auth0.use("oauth-ro/access-denied");
  await signIn();
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});

test("not.toHaveAnswered after matching calls", async () => {
  auth0.use("oauth-ro/access-denied");
  await signIn();
  await signIn();
  expect(auth0).not.toHaveAnswered("oauth-ro/access-denied");
});
