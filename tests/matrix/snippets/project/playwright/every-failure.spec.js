import { mockAuth0 } from "auth0-msw";
import { expect, test } from "auth0-msw/playwright";

for (const endpoint of ["oauth-ro", "passwordless-start"]) {
  test(`the page has a message for every failure of ${endpoint}`, async ({ page, auth0 }) => {
    const documented = mockAuth0()
      .failures(endpoint)
      .filter(({ evidence }) => evidence === "documented");
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill("ada@example.com");
    await page.getByLabel("Password").fill("correct-horse-battery");
    for (const { id } of documented) {
      auth0.use(id);
      await page.getByRole("button", { name: endpoint === "oauth-ro" ? "Sign in" : "Email me a code" }).click();
      await auth0.waitForCall(endpoint);
      await expect(page.getByRole("alert")).toBeVisible();
    }
  });
}
