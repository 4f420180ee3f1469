import { type Browser, chromium, type Locator, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { type Msw, serveBuild, type Served, serveSources } from "../helpers/serve-app.ts";

let browser: Browser;
const served: Served[] = [];

/** The URL of the app, by the version of MSW that it is built with. */
let built: Record<Msw, string>;

beforeAll(async () => {
  browser = await chromium.launch({
    ...launchOptions,
    executablePath: launchOptions.executablePath,
    args: [...launchOptions.args, "--host-resolver-rules=MAP app.test 127.0.0.1"],
  });
  // Vite derives DEV and PROD from NODE_ENV, which Vitest sets to "test".
  vi.stubEnv("NODE_ENV", "development");
  built = { msw: await serve(serveBuild("msw")), msw2: await serve(serveBuild("msw2")) };
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await browser.close();
  for (const site of served) await site.close();
});

async function serve(starting: Promise<Served>): Promise<string> {
  const site = await starting;
  served.push(site);
  return site.url;
}

interface Opened {
  readonly page: Page;
  /** The errors in the console of the page. */
  readonly errors: string[];
}

/** Messages of the browser itself about failed responses and missing workers. */
const browserMessages = /^(Failed to load|The script has an unsupported MIME type)/;

/** A page in its own context, which closes with the browser. */
async function newPage(): Promise<Opened> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !browserMessages.test(message.text())) errors.push(message.text());
  });
  page.on("pageerror", ({ message }) => errors.push(message));
  return { page, errors };
}

const shared: Partial<Record<Msw, Opened>> = {};

/** A page without state of the test before. A new page would take three times as long to load the app. */
async function emptyPage(msw: Msw = "msw"): Promise<Opened> {
  const { page, errors } = (shared[msw] ??= await newPage());
  // The same origin, without the app.
  await page.goto(`${built[msw]}mockServiceWorker.js`);
  await page.evaluate(() => sessionStorage.clear());
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  await page.mouse.move(0, 0);
  errors.length = 0;
  return { page, errors };
}

async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await ready(page);
}

async function ready(page: Page): Promise<void> {
  await page.locator("body[data-ready]").waitFor({ state: "attached" });
}

async function signIn(page: Page): Promise<string> {
  const output = page.locator("main output");
  await output.evaluate((element) => element.replaceChildren());
  await page.locator("main form").evaluate((form: HTMLFormElement) => form.requestSubmit());
  await expect.poll(() => output.textContent()).not.toBe("");
  return (await output.textContent()) ?? "";
}

const button = (page: Page) => page.locator("auth0-drawer #toggle");
const drawer = (page: Page) => page.locator("auth0-drawer #drawer");
const notice = (page: Page) => page.locator("auth0-drawer .notice");

/** What the user reads on the button. It is generated content, not text. */
async function shownOn(locator: Locator): Promise<string> {
  const parts = await locator.evaluate((element) =>
    [...element.querySelectorAll("[data-text]")].map((each) => getComputedStyle(each, "::before").content.slice(1, -1)),
  );
  return parts.join(" ");
}

/** Whether the switcher has the focus. */
const isInside = (page: Page) => page.evaluate(() => document.activeElement?.localName === "auth0-drawer");

/** Selects a scenario with the keyboard. */
async function selectScenario(page: Page, name: string): Promise<void> {
  await drawer(page).locator("#search").fill(name);
  await page.keyboard.press("Enter");
}

describe.each(["msw", "msw2"] as const)("an app in Vite with %s", (msw) => {
  test("the live tenant answers, and the button shows it", async () => {
    const url = await serve(serveSources(msw));
    const { page, errors } = await newPage();
    await visit(page, url);
    expect(await signIn(page)).toBe("200 signed in");
    expect(await shownOn(button(page))).toBe("Auth0 mock: live");
    expect(await button(page).getAttribute("title")).toContain("The demo tenant answers.");
    expect(await button(page).getAttribute("aria-description")).toContain("The demo tenant answers.");
    expect(errors).toEqual([]);
  });

  test("selects scenarios from the URL, and keeps them over reloads", async () => {
    const url = built[msw];
    const { page, errors } = await emptyPage(msw);
    await visit(page, `${url}?auth0-scenario=oauth-ro/user-blocked,passwordless-start/user-blocked`);
    expect(await signIn(page)).toBe("401 unauthorized");
    await visit(page, url);
    expect(await signIn(page)).toBe("401 unauthorized");
    expect(await shownOn(button(page))).toBe(
      "Auth0 mock 401 oauth-ro/ user-blocked 401 passwordless-start/ user-blocked",
    );
    await visit(page, `${url}?auth0-scenario=oauth-ro/access-denied`);
    expect(await signIn(page)).toBe("403 access_denied");
    expect(errors).toEqual([]);
  });

  test("a selection in the drawer overrides the URL, and stays over reloads until it is reset", async () => {
    const url = built[msw];
    const { page, errors } = await emptyPage(msw);
    await visit(page, `${url}?a=1&auth0-scenario=oauth-ro/user-blocked,passwordless-start/user-blocked#part`);
    await button(page).click();
    await selectScenario(page, "password-leaked");
    expect(await signIn(page)).toBe("401 password_leaked");
    expect(new URL(page.url()).searchParams.get("auth0-scenario")).toBe("passwordless-start/user-blocked");
    expect(new URL(page.url()).hash).toBe("#part");

    await page.reload();
    await ready(page);
    expect(await signIn(page)).toBe("401 password_leaked");

    await drawer(page).getByRole("button", { name: "Reset all" }).click();
    expect(new URL(page.url()).search).toBe("?a=1");
    await page.reload();
    await ready(page);
    expect(await signIn(page)).toBe("200 signed in");
    expect(errors).toEqual([]);
  });
});

describe("in Vite", () => {
  let url: string;
  beforeAll(() => {
    url = built.msw;
  });

  test("rejects unknown names in the URL, shows them as text, and uses the rest", async () => {
    const { page, errors } = await emptyPage();
    const html = "<img src=x onerror=alert(1)>";
    const ids = encodeURIComponent(`oauth-ro/user-bloked,${html},passwordless-start/user-blocked`);
    await visit(page, `${url}?auth0-scenario=${ids}`);
    const problems = [
      'Ignored "auth0-scenario" in the URL: Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?',
      `Ignored "auth0-scenario" in the URL: Unknown scenario "${html}".`,
    ];
    const shown = await notice(page).getByRole("paragraph").allTextContents();
    expect(shown[0]).toBe(problems[0]);
    expect(shown[1]).toContain(problems[1]);
    expect(errors).toEqual(shown.map((problem) => `[auth0-msw] ${problem}`));
    expect(await page.locator("auth0-drawer img").count()).toBe(0);
    expect(await signIn(page)).toBe("200 signed in");
    expect(await shownOn(button(page))).toBe("Auth0 mock Scenario ignored 401 passwordless-start/ user-blocked");

    await notice(page).getByRole("button", { name: "Dismiss" }).click();
    expect(await notice(page).count()).toBe(0);
  });

  test("rejects, names and forgets a stored scenario that no longer exists", async () => {
    const { page, errors } = await emptyPage();
    await visit(page, `${url}?auth0-scenario=oauth-ro/user-blocked,passwordless-start/user-blocked`);
    const key = await page.evaluate(() => Object.keys(sessionStorage).find((each) => each.includes("choice")));
    const change = (text: string) =>
      page.evaluate(([name = "", value = ""]) => sessionStorage.setItem(name, value), [key, text]);

    await change('{"activations":["oauth-ro/gone", {"use":"passwordless-start/user-blocked","delay":1}]}');
    await visit(page, url);
    expect(errors).toEqual([expect.stringContaining('Discarded a stored scenario: Unknown scenario "oauth-ro/gone".')]);
    expect(await notice(page).textContent()).toContain('"oauth-ro/gone"');
    expect(await shownOn(button(page))).toBe("Auth0 mock Scenario ignored 401 passwordless-start/ user-blocked");

    for (const garbage of ["{", "7", "[]", '{"activations":[{"used":1}]}', '{"activations":[null]}']) {
      errors.length = 0;
      await change(garbage);
      await visit(page, url);
      expect(errors).toEqual(["[auth0-msw] Discarded the stored scenarios: they are invalid. Switch them on again."]);
    }
    errors.length = 0;
    await visit(page, url);
    expect(errors).toEqual([]);
  });

  test("prints one message when storage is blocked, and everything else works", async () => {
    const { page, errors } = await newPage();
    await page.addInitScript(() => {
      Object.defineProperty(window, "sessionStorage", {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    });
    await visit(page, url);
    await button(page).click();
    await selectScenario(page, "password-leaked");
    expect(await signIn(page)).toBe("401 password_leaked");
    expect(errors).toEqual([
      "[auth0-msw] Scenarios are not kept across reloads: the browser blocks sessionStorage (Access is denied for this " +
        `document.). Allow site data for ${new URL(url).origin}, or clear some of it.`,
    ]);
  });

  test("an insecure origin has no service worker: one message says why and how to fix it", async () => {
    const { page, errors } = await newPage();
    const { port } = new URL(url);
    await page.goto(`http://app.test:${port}/`);
    await notice(page).waitFor();
    const message =
      `Mocking failed: browsers have no service workers at http://app.test:${port}, because it is not a secure origin. ` +
      `Open http://localhost:${port} instead, or serve the page over https.`;
    expect((await notice(page).textContent())?.trim()).toBe(message);
    expect(errors).toEqual([message]);
    expect(await button(page).count()).toBe(0);
  });

  test("without the worker script, one message names the command that creates it", async () => {
    const bare = await serve(serveSources("msw", { worker: false }));
    const { page, errors } = await newPage();
    await page.goto(bare);
    await notice(page).waitFor();
    const message =
      `Mocking failed: the worker script is missing, the server sends text/html for ${bare}mockServiceWorker.js. ` +
      'Run "npx auth0-msw init", or "npx msw init" with your public folder.';
    expect(errors).toEqual([message]);
    expect((await notice(page).textContent())?.trim()).toBe(message);
  });

  test("an app in a sub-path finds the worker there", async () => {
    const below = await serve(serveBuild("msw", "/app/"));
    const { page, errors } = await newPage();
    await visit(page, `${below}?auth0-scenario=oauth-ro/user-blocked`);
    expect(await signIn(page)).toBe("401 unauthorized");
    expect(errors).toEqual([]);
  });

  test("Alt+0 opens and closes the drawer, Escape closes it, and the focus returns", async () => {
    const { page } = await emptyPage();
    await visit(page, url);
    await page.locator("main input").focus();
    const events: string[] = [];
    await page.exposeFunction("recordEvent", (key: string) => events.push(key));
    await page.evaluate(() => {
      document.addEventListener("keydown", ({ key }) => Reflect.get(window, "recordEvent")(key));
      document.addEventListener("click", () => Reflect.get(window, "recordEvent")("click"));
      document.addEventListener("focusin", () => document.querySelector("input")?.focus());
    });

    await page.keyboard.press("Alt+0");
    await expect.poll(() => isInside(page)).toBe(true);
    expect(await drawer(page).getAttribute("role")).toBe("dialog");
    expect(await drawer(page).getAttribute("aria-modal")).toBeNull();
    await page.keyboard.type("leak");
    await page.keyboard.press("Enter");
    expect(await signIn(page)).toBe("401 password_leaked");
    await drawer(page).getByRole("button", { name: "Reset all" }).click();
    await page.keyboard.press("Escape");
    await expect.poll(() => drawer(page).isVisible()).toBe(false);
    expect(await isInside(page)).toBe(false);
    expect(await page.locator("main input").evaluate((input) => input === document.activeElement)).toBe(true);
    expect(events.filter((key) => key !== "Alt")).toEqual([]);
    expect(await page.locator("main input").inputValue()).toBe("ada@example.com");

    await page.keyboard.press("Alt+0");
    await expect.poll(() => drawer(page).isVisible()).toBe(true);
    await page.keyboard.press("Alt+0");
    await expect.poll(() => drawer(page).isVisible()).toBe(false);
  });

  test("the button opens the drawer by keyboard and gets the focus back; an open drawer stays open after a reload", async () => {
    const { page } = await emptyPage();
    await visit(page, url);
    await button(page).focus();
    expect(await button(page).getAttribute("aria-expanded")).toBe("false");
    await page.keyboard.press("Enter");
    await expect.poll(() => isInside(page)).toBe(true);
    await expect.poll(() => drawer(page).isVisible()).toBe(true);

    await page.reload();
    await ready(page);
    await expect.poll(() => drawer(page).isVisible()).toBe(true);
    expect(await isInside(page)).toBe(false);

    await drawer(page).getByRole("button", { name: "Close" }).click();
    await expect.poll(() => button(page).evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.reload();
    await ready(page);
    expect(await drawer(page).isVisible()).toBe(false);
  });

  test.each([320, 1280])("hostile page styles do not change the switcher, at %i pixels", async (width) => {
    const { page } = await emptyPage();
    await page.setViewportSize({ width, height: 600 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await visit(page, `${url}?auth0-scenario=oauth-ro/user-blocked,passwordless-start/invalid-connection-strategy`);
    await page.evaluate(() => window.scrollTo(0, 300));
    const box = await button(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(600);
    expect(await button(page).evaluate(styleOf)).toMatchObject({ fontSize: "13px", letterSpacing: "normal" });
    expect(await button(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);

    await button(page).click();
    const open = await drawer(page).boundingBox();
    expect(open).toEqual(
      width === 320 ? { x: 0, y: 300, width: 320, height: 300 } : { x: 800, y: 0, width: 480, height: 600 },
    );
    expect(await page.locator("main").boundingBox()).toMatchObject({ x: 0, width: width === 320 ? 320 : 800 });
    expect(await drawer(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    expect(await drawer(page).evaluate(styleOf)).toMatchObject({
      fontSize: "13px",
      letterSpacing: "normal",
      color: "rgb(26, 32, 41)",
    });
  });

  test("the switcher does not change the page", async () => {
    const { page } = await emptyPage();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await visit(page, url);
    const snapshot = () =>
      page.evaluate(() => {
        const { styleSheets, adoptedStyleSheets, documentElement, body } = document;
        return JSON.stringify([
          styleSheets.length,
          adoptedStyleSheets.length,
          documentElement.getAttributeNames(),
          documentElement.scrollWidth,
          documentElement.scrollHeight,
          body.outerHTML,
          ...[documentElement, body, ...body.querySelectorAll("*")].map((element) => {
            const style = getComputedStyle(element);
            return [...style].map((name) => style.getPropertyValue(name)).join();
          }),
        ]);
      });
    const withButton = await snapshot();
    await button(page).click();
    await drawer(page).waitFor();
    const withDrawer = await snapshot();
    await page.keyboard.press("Escape");
    await drawer(page).waitFor({ state: "detached" });
    expect(await snapshot()).toBe(withButton);
    await page.evaluate(() => document.querySelector("auth0-drawer")?.remove());
    expect(await snapshot()).toBe(withButton);
    expect(withDrawer).not.toBe(withButton);
  });

  test("loads the code of the switcher when the drawer is opened, and says so when it cannot", async () => {
    const { page, errors } = await newPage();
    const loaded: string[] = [];
    page.on("requestfinished", (request) => loaded.push(new URL(request.url()).pathname));
    await visit(page, url);
    const isSwitcher = (path: string): boolean => /\/dock-[^/]*\.js$/.test(path);
    expect(loaded.some(isSwitcher)).toBe(false);

    await page.context().setOffline(true);
    await button(page).click();
    await notice(page).waitFor();
    expect(await notice(page).textContent()).toMatch(
      /Failed to load the switcher: .*\. Check that your development server is running, then reload this page\./,
    );
    expect(await drawer(page).count()).toBe(0);
    expect(errors).toEqual([]);

    await page.context().setOffline(false);
    await page.reload();
    await ready(page);
    await button(page).click();
    await drawer(page).waitFor();
    expect(loaded.some(isSwitcher)).toBe(true);
  });

  test("Playwright's queries for the page find nothing of a closed switcher", async () => {
    const { page } = await emptyPage();
    await visit(page, `${url}?auth0-scenario=oauth-ro/wrong-password,passwordless-start/missing-email`);
    await button(page).waitFor();
    expect(await page.getByLabel("Password").count()).toBe(0);
    expect(await page.getByText("Password").count()).toBe(0);
    expect(await page.getByLabel("Email").count()).toBe(1);
    expect(await page.getByRole("textbox").count()).toBe(1);
    expect(await page.getByText("Email").count()).toBe(1);
    expect(await page.getByRole("button", { name: /sign|password|email/i }).count()).toBe(1);
    expect(await button(page).textContent()).toMatch(/^\s*$/);
  });

  test.each([
    ["light", "rgb(255, 255, 255)"],
    ["dark", "rgb(21, 24, 29)"],
  ] as const)("the switcher is %s when the system is", async (colorScheme, backgroundColor) => {
    const { page } = await emptyPage();
    await page.emulateMedia({ colorScheme });
    await visit(page, url);
    expect(await button(page).evaluate(styleOf)).toMatchObject({ backgroundColor });
    // Only an open drawer is in the page.
    await expect(drawer(page).count()).resolves.toBe(0);
    await button(page).click();
    expect(await drawer(page).evaluate(styleOf)).toMatchObject({ backgroundColor });
  });
});

function styleOf(element: Element): Readonly<Record<string, string>> {
  const { fontSize, letterSpacing, color, backgroundColor } = getComputedStyle(element);
  return { fontSize, letterSpacing, color, backgroundColor };
}
