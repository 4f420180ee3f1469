import { expect } from "@playwright/test";
import { meet, test } from "../meet.ts";

test("passes", ({ auth0 }) => meet(auth0, "oauth-ro/user-blocked"));

test("fails after all", async ({ auth0 }) => {
  await meet(auth0, "oauth-ro/invalid-client");
  expect("the answer").toBe("another");
});
