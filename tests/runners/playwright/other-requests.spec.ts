import { expect, test } from "auth0-msw/playwright";
import { service } from "./urls.ts";

const { host } = new URL(service);
const token = `${service}/oauth/token`;

test.describe("otherRequests: error", () => {
  test.use({ auth0Options: { domain: host, otherRequests: "error" } });

  test("refuses other paths, and fails the test", async ({ page }) => {
    test.fail();
    await page.goto("/");
    const asked = page.evaluate((url) => fetch(url, { method: "POST" }).then(({ status }) => status), token);
    await expect(asked).rejects.toThrow("Failed to fetch");
  });

  test("leaves a path to a route of the test", async ({ page }) => {
    await page.route(token, (route) =>
      route.fulfill({ headers: { "access-control-allow-origin": "*" }, body: "theirs" }),
    );
    await page.goto("/");
    expect(await page.evaluate((url) => fetch(url).then((response) => response.text()), token)).toBe("theirs");
  });
});

test.describe("otherRequests: warn", () => {
  test.use({ auth0Options: { domain: host } });

  test("warns once, and lets the request pass", async ({ page }) => {
    const warned: string[] = [];
    const { warn } = console;
    Object.assign(console, { warn: (text: string) => void warned.push(text) });
    await page.goto("/");
    const ask = () => page.evaluate((url) => fetch(`${url}-again`).then(({ status }) => status), token);
    expect([await ask(), await ask()]).toEqual([299, 299]);
    Object.assign(console, { warn });
    expect(warned).toEqual([expect.stringContaining(`GET ${token}-again goes to the real service, from the test "`)]);
    expect(warned[0]).toContain("otherRequests: warn > warns once");
  });
});
