import { expect, type Page, test as plain } from "@playwright/test";
import { test } from "auth0-msw/playwright";
import { ask, stacks } from "./ask.ts";

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("body[data-ready]").waitFor({ state: "attached" });
}

for (const msw of ["msw", "msw2"]) {
  plain(`${msw} in the app answers without the fixture`, async ({ page }) => {
    await visit(page, `/${msw}/`);
    for (const stack of stacks) expect((await ask(page, "oauth-ro", { stack })).body).toBe("the app's own answer");
  });

  for (const stack of stacks) {
    test(`${msw} in the app leaves Auth0 to the test: ${stack}`, async ({ page, auth0 }) => {
      await visit(page, `/${msw}/`);
      auth0.use("oauth-ro/user-blocked", { headers: { "x-trace": "abc" } });
      const answer = await ask(page, "oauth-ro", { stack });
      expect(answer).toMatchObject({ status: 401, headers: { "x-trace": "abc" } });
      expect(answer.body).toContain("user is blocked");

      const headers = { "content-type": "application/json", accept: "application/json", "x-own": "1" };
      await ask(page, "oauth-ro", { stack, headers });
      const accepts = auth0.calls().map(({ request }) => request.headers.get("accept"));
      expect(accepts).toEqual(["*/*", "application/json"]);

      auth0.use("oauth-ro/network-error");
      await expect(ask(page, "oauth-ro", { stack })).rejects.toThrow();
      const other = await ask(page, "oauth-ro", { stack, url: new URL("/api/me", page.url()).href });
      expect(other.body).toBe("the app's own answer");
    });
  }
}

test("a Request object that the app created before is marked too", async ({ page, auth0 }) => {
  await visit(page, "/msw/");
  auth0.use("passwordless-start/user-blocked");
  const status = await page.evaluate(async (url) => {
    const request = new Request(url, { method: "POST", body: "{}", headers: { accept: "text/plain" } });
    const response = await fetch(request, { headers: { "x-own": "1" } });
    return response.status;
  }, "/passwordless/start");
  expect(status).toBe(401);
  expect(auth0.calls()[0]?.request.headers.get("x-own")).toBe("1");
});
