import { routeAuth0 } from "auth0-msw/playwright";
import type { RequestHandler } from "msw";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { inPage } from "./in-page.ts";
import type { Transport } from "./wire.ts";

const app = "https://app.example/";

let browser: Browser | undefined;
let page: Page | undefined;

/** Uses the handlers in a page, for all tests of the file. */
export function serve(handlers: readonly RequestHandler[]): void {
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions);
    const context = await browser.newContext();
    await context.route(app, (route) => route.fulfill({ contentType: "text/html", body: "" }));
    await routeAuth0(context, { handlers });
    page = await context.newPage();
    await page.goto(app);
  });
  afterAll(() => browser?.close());
}

function via(stack: "viaFetch" | "viaXhr"): Transport {
  return (request) => {
    if (!page) throw new Error("The page is open only while tests run.");
    return inPage(page, stack)(request);
  };
}

/** The HTTP stacks of a page. */
export const transports: Readonly<Record<string, Transport>> = { fetch: via("viaFetch"), xhr: via("viaXhr") };
