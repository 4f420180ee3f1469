// #region blocked
import { expect, test } from "auth0-msw/playwright";

test("shows a message to a blocked user", async ({ page, auth0 }) => {
  auth0.use("oauth-ro/user-blocked");
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill("ada@example.com");
  await page.getByLabel("Password").fill("correct-horse-battery");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toContainText("blocked");
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
});
// #endregion

// #region code
test("signs in with a one-time code", async ({ page, auth0 }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill("ada@example.com");
  await page.getByRole("button", { name: "Email me a code" }).click();
  await auth0.waitForCall("passwordless-start");
  await page.getByLabel("Code").fill(auth0.inbox.latest("ada@example.com")?.code ?? "");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("status")).toContainText("Signed in");
});
// #endregion
