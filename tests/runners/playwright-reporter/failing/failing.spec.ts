import { expect } from "@playwright/test";
import { exercise, test } from "../exercise.ts";

test("passes", ({ auth0 }) => exercise(auth0, "oauth-ro/user-blocked"));

test("fails after a response", async ({ auth0 }) => {
  await exercise(auth0, "oauth-ro/invalid-client");
  expect("the answer").toBe("another");
});
