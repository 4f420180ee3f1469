import { expect, test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

test("use", () => {
  // @ts-expect-error: a wrong name
  auth0.use("oauth-ro/user-bloked");
});

test("once, after an answer", async () => {
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

test("toHaveAnswered, of the tenant", () => {
  // @ts-expect-error: no answer has that name
  void expect(auth0).toHaveAnswered("oauth-ro/live");
});

test("toHaveAnswered, of no mock", () => {
  // @ts-expect-error: no mock
  void expect({}).toHaveAnswered("oauth-ro/user-blocked");
});

test("toHaveAnswered, with no call", () => {
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});

test("toHaveAnswered, with other calls", async () => {
  auth0.use("oauth-ro/access-denied");
  await signIn();
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});

test("not.toHaveAnswered, with such calls", async () => {
  auth0.use("oauth-ro/access-denied");
  await signIn();
  await signIn();
  expect(auth0).not.toHaveAnswered("oauth-ro/access-denied");
});
