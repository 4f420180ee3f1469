import { mockAuth0 } from "auth0-msw";
import { routeAuth0 } from "auth0-msw/playwright";
import { chromium } from "playwright";
import { launchOptions } from "../scripts/chromium.ts";
import { report } from "./figure.ts";
import { shuffle } from "./harness.ts";
import { difference, inProcesses } from "./processes.ts";

// What the check of a start costs a process that then sends a request: the check loads what that request needs. In
// Playwright every request is checked, so that it is what the checks cost a test with 20 requests.

const ended = inProcesses({ with: until("await checkStart()"), without: until(""), again: until("") });

report([
  {
    what: "check of a start, up to the first answer",
    ...difference(ended.with, ended.without, ended.again),
    unit: "ms",
    goal: { atMost: 5 },
  },
  {
    what: "checks of a test in Playwright with 20 requests",
    ...(await costInPlaywright()),
    unit: "ms",
    goal: { atMost: 5 },
  },
]);

/** The same test with the checks, without them, and without them again. */
async function costInPlaywright(): Promise<{ value: number; noise: number }> {
  const browser = await chromium.launch(launchOptions);
  const times = { with: [] as number[], without: [] as number[], again: [] as number[] };
  try {
    for (let round = 0; round < 40; round += 1) {
      for (const name of shuffle(["with", "without", "again"] as const)) {
        times[name].push(await timeOfTest(name === "with"));
      }
    }
  } finally {
    await browser.close();
  }
  return difference(times.with, times.without, times.again);

  async function timeOfTest(isChecked: boolean): Promise<number> {
    const start = performance.now();
    const context = await browser.newContext();
    const auth0 = mockAuth0();
    auth0.use("oauth-ro/user-blocked");
    await routeAuth0(context, auth0);
    if (!isChecked) for (const event of ["response", "requestfailed"]) context.removeAllListeners(event);
    const page = await context.newPage();
    await page.evaluate(async () => {
      for (let n = 0; n < 20; n += 1) await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST", body: "{}" });
    });
    await context.close();
    return performance.now() - start;
  }
}

/** A program like `setupAuth0`, with the request of the check by hand: the check itself is not exported. */
function until(check: string): string {
  return `
    import { setupServer } from "msw/node";
    import { http } from "msw";
    import { mockAuth0 } from "auth0-msw";
    const auth0 = mockAuth0();
    const probe = "http://127.0.0.1:1023/auth0-msw-start-check?1";
    const others = auth0.handlers.find((handler) => "probe" in handler);
    others.probe = probe;
    setupServer(...auth0.handlers).listen({ onUnhandledRequest: "bypass", onUnhandledFrame: "bypass" });
    const checkStart = () => fetch(probe);
    ${check};
    auth0.use("oauth-ro/user-blocked");
    await (await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST", body: "{}" })).text();
    process.stdout.write(String(performance.now()));
  `;
}
