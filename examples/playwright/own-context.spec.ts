import { routeAuth0, test } from "auth0-msw/playwright";

test("a second user, in a second context", async ({ auth0, browser }) => {
  const context = await browser.newContext();
  await routeAuth0(context, auth0);

  const page = await context.newPage();
  await page.goto("/sign-in");
  // …

  await page.goto("about:blank");
  await context.close();
});
