import { expect, test } from "auth0-msw/playwright";
import { meet } from "../meet.ts";

test("passes", ({ page, auth0 }) => meet(page, auth0, "oauth-ro/user-blocked"));

test("fails after all", async ({ page, auth0 }) => {
  await meet(page, auth0, "oauth-ro/invalid-client");
  expect("the answer").toBe("another");
});
