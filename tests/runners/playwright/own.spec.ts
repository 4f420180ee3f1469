import { mergeTests, test as base } from "@playwright/test";
import { mockAuth0 } from "auth0-msw";
import { auth0Fixtures, expect, routeAuth0, test } from "auth0-msw/playwright";
import { ask } from "./ask.ts";
import { app, service } from "./urls.ts";

const { host } = new URL(service);

test.describe("options", () => {
  test.use({ auth0Options: { domain: host, tenant: { users: [{ email: "grace@example.com" }] } } });

  test("configure the mock", async ({ page, auth0 }) => {
    await page.goto("/");
    expect((await ask(page, "oauth-ro")).status).toBe(401);
    expect(auth0.calls()[0]?.reason).toBe("the user is unknown");
  });

  test("leave other domains to the next route, then to the network", async ({ page, auth0, context }) => {
    await page.goto("/");
    const other = { url: `${service.replace("127.0.0.1", "localhost")}/oauth/ro?another-domain` };
    expect((await ask(page, "oauth-ro", other)).status).toBe(299);
    const second = mockAuth0({ domain: host.replace("127.0.0.1", "localhost") });
    await routeAuth0(context, second);
    second.use("oauth-ro/user-blocked");
    auth0.use("oauth-ro/access-denied");
    expect([(await ask(page, "oauth-ro", other)).status, (await ask(page, "oauth-ro")).status]).toEqual([401, 403]);
    expect([second.calls().length, auth0.calls().length]).toEqual([1, 1]);
  });
});

const scenarios = {
  "oauth-ro": { maintenance: { status: 503, description: "Back at {time}", params: { time: "noon" } } },
} as const;

const own = mergeTests(
  base.extend<{ greeting: string }>({ greeting: "hello" }),
  base.extend(auth0Fixtures({ domain: host, scenarios })),
);

own.describe("custom scenarios and fixtures", () => {
  own.use({
    auth0Options: { delay: 1, tenant: { users: [{ email: "ada@example.com", provokes: "oauth-ro/maintenance" }] } },
  });

  own("work in the types and in the tenant", async ({ page, auth0, greeting }) => {
    await page.goto("/");
    expect(greeting).toBe("hello");
    expect((await ask(page, "oauth-ro")).status).toBe(503);
    auth0.use("oauth-ro/maintenance", { params: { time: "one" } });
    expect((await ask(page, "oauth-ro")).body).toContain("Back at one");
    // @ts-expect-error -- an unknown name
    expect(() => auth0.use("oauth-ro/maintenence")).toThrow('Did you mean "oauth-ro/maintenance"?');
    expect(auth0.calls()).toHaveLength(2);
    expect(auth0).toHaveAnswered("oauth-ro/maintenance");
    // @ts-expect-error -- an unknown name
    expect(() => expect(auth0).toHaveAnswered("oauth-ro/maintenence")).toThrow("Did you mean");
  });
});

test("routeAuth0() mocks a context that the test creates", async ({ browser, auth0 }) => {
  const context = await browser.newContext();
  await routeAuth0(context, auth0);
  const page = await context.newPage();
  await page.goto(app);
  auth0.use("oauth-ro/user-blocked");
  expect((await ask(page, "oauth-ro")).status).toBe(401);
  const popup = context.waitForEvent("page");
  await page.evaluate(() => void open("/"));
  expect((await ask(await popup, "oauth-ro")).status).toBe(401);
  await context.close();
});

test("a route that the test adds comes first", async ({ page, auth0 }) => {
  await page.goto("/");
  await page.route("**/oauth/ro", (route) => route.fulfill({ status: 418 }));
  expect((await ask(page, "oauth-ro")).status).toBe(418);
  expect(auth0.calls()).toEqual([]);
});
