import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from "playwright";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import type { CoverageReport } from "../../src/coverage/report.ts";
import { auth0Msw, type Fixture, project, removeProjects, repository } from "../cli/project.ts";
import { type Running, serveBuilt } from "../helpers/storybook-server.ts";
import { expectPage } from "../helpers/storybook-ui.ts";

let storybook: Running & { folder: string };
let browser: Browser;

beforeAll(async () => {
  storybook = await serveBuilt("tests/storybook/html");
  browser = await chromium.launch(launchOptions);
}, 300_000);

afterAll(async () => {
  await browser.close();
  await storybook.close();
  removeProjects();
});

interface Open {
  readonly page: Page;
  readonly gallery: FrameLocator;
  readonly cell: (name: string) => Locator;
}

async function open(path: string): Promise<Open> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${storybook.url}?path=/${path}`);
  const gallery = page.frameLocator("iframe[title='All failures']");
  return { page, gallery, cell: (name) => gallery.getByRole("article", { name, exact: true }) };
}

async function isDone({ gallery }: Open): Promise<void> {
  await gallery.getByRole("button", { name: "Run again" }).waitFor({ timeout: 120_000 });
}

/** Leaves a dozen cells, for a story that does the same in each. */
async function onlyObserved({ gallery }: Open): Promise<void> {
  await gallery.getByLabel("Documented failures").uncheck();
}

test("every failure of a story, with what the screen said, filtered and in words", async () => {
  const opened = await open("auth0-failures/bad-input--every-fault");
  await isDone(opened);
  for (const [name, outcome, text] of [
    ["Wrong password", "says", "That email and password don’t match."],
    ["User blocked", "silent", "Cannot find a sentence"],
    ["Password leaked", "unseen", "/index.json"],
    ["Too many attempts", "says", "Too many tries. Open the link in our email."],
    ["Too many logins", "says", "Wait a minute, then try again."],
    ["Access denied", "says", "Ask for access."],
    ["MFA required", "says", "Enter the six digits."],
    ["Requires verification", "not announced", "Check your inbox."],
    ["Invalid client", "raw", "Error: unauthorized_client"],
    ["MFA not enrolled", "dead end", "Set up a second step."],
    ["MFA invalid code", "not announced", "That code is wrong."],
    ["Invalid grant", "says", "it disappeared again"],
    ["Missing device", "silent", "Nothing visible changed."],
  ] as const) {
    await expectPage(opened.cell(name).locator(".outcome"), name).toHaveText([outcome]);
    await expectPage(opened.cell(name), name).toContainText(text);
  }
  const { gallery } = opened;
  await expectPage(gallery.getByRole("status")).toHaveText("33 of 33");
  await gallery.getByRole("button", { name: "2 raw" }).click();
  await expectPage(gallery.getByRole("article")).toHaveCount(2);
  // A cell that the filter hides is still judged as a person would see it.
  const hidden = gallery.locator("[data-id='oauth-ro/requires-verification'] iframe").contentFrame();
  await hidden.locator("[role=alert]").evaluate((message) => (message.textContent = "Or in your spam folder."));
  await gallery.getByLabel("Words").check();
  await expectPage(gallery.getByRole("article")).toHaveCount(0);
  const rows = gallery.getByRole("row").filter({ has: gallery.getByRole("rowheader") });
  await expectPage(rows).toHaveCount(2);
  await gallery.getByRole("button", { name: "2 raw" }).click();
  await expectPage(rows).toHaveCount(33);
  const changed = gallery.getByRole("row").filter({ hasText: "requires-verification" });
  await expectPage(changed).toContainText("Or in your spam folder.");
  const row = gallery.getByRole("row").filter({ hasText: "wrong-password" });
  await expectPage(row).toContainText("Wrong email or password.");
  await expectPage(row).toContainText("That email and password don’t match.");
  await expectPage(row).toContainText("correct a field");
  await expectPage(gallery.getByRole("heading", { name: "One sentence, different remedies" })).toBeVisible();
});

test.each([
  ["bad-input--fails-early", "The play failed before it sent a request"],
  ["bad-input--no-play", "The story has no play function, so nothing was sent."],
  ["bad-input--throws", "The story threw an exception: No form today"],
])("%s has no verdict, and says why", async (story, why) => {
  const opened = await open(`auth0-failures/${story}`);
  await expectPage(opened.cell("Missing device").locator(".outcome")).toHaveText("not sent");
  await expectPage(opened.cell("Missing device")).toContainText(why);
});

test.each([
  ["leaves the page after every answer", "bad-input--leaves", "12 unseen", "The page went to /some/path/index.json."],
  ["would take the place of Storybook", "bad-input--takes-over", "12 silent", "Nothing visible changed."],
  ["asks for something else before it says anything", "bad-input--asks-for-code", "12 says", "Enter the code"],
])("a story that %s", async (_, story, outcome, text) => {
  const opened = await open(`auth0-failures/${story}`);
  await onlyObserved(opened);
  await isDone(opened);
  await expectPage(opened.gallery.locator(".progress .outcome")).toHaveText([outcome]);
  await expectPage(opened.cell("MFA required")).toContainText(text);
});

test("a story that says everything late, without changing an element", async () => {
  const opened = await open("auth0-failures/bad-input--says-late");
  await onlyObserved(opened);
  await expectPage(opened.cell("MFA required")).toContainText("Ask for help.");
  await isDone(opened);
  await expectPage(opened.cell("Requires verification")).toContainText("Open the link in our email.");
  await expectPage(opened.gallery.locator(".progress .outcome")).toHaveText(["12 says"]);
});

describe("the view", () => {
  test("opens from the story, and opens a story in the state of a cell", async () => {
    const opened = await open("story/sign-in--typed");
    await opened.page.getByRole("button", { name: "All Auth0 failures of this story" }).click();
    await expectPage(opened.cell("User blocked").locator(".outcome")).toHaveText("raw");
    // It would take a twelfth of the time.
    const highlighter = opened.cell("User blocked").frameLocator("iframe").locator("#storybook-highlights-root");
    await expectPage(highlighter).toHaveCount(0);
    await opened.cell("User blocked").getByRole("button", { name: "User blocked" }).click();
    await expectPage(opened.page).toHaveURL(/story\/sign-in--typed&auth0=oauth-ro\/user-blocked/);
    await expectPage(opened.page.getByRole("button", { name: "Auth0 scenario: oauth-ro/user-blocked" })).toBeVisible();
  });

  test("shows the story with the args that the user has given it, there and back", async () => {
    const opened = await open("story/bad-input--says-its-text&args=text:Hola");
    await opened.page.getByRole("button", { name: "All Auth0 failures of this story" }).click();
    await expectPage(opened.cell("User blocked").locator(".sentence")).toHaveText("Hola");
    await opened.gallery.getByRole("button", { name: "Back to the story" }).click();
    await expectPage(opened.page).toHaveURL(/story\/bad-input--says-its-text&args=text:Hola/);
  });

  test("makes a cell as high as its story, also when that grows with its frame", async () => {
    const opened = await open("auth0-failures/bad-input--grows");
    const cell = opened.cell("Missing device");
    await expectPage(cell.locator(".outcome")).toHaveText("says");
    const frame = cell.locator("iframe");
    const height = (): Promise<number> => frame.evaluate(({ clientHeight }) => clientHeight);
    await expect.poll(height).toBeGreaterThan(750);
    // The padding of Storybook, on both sides.
    const pageHeight = await frame.evaluate((each: HTMLIFrameElement) => each.contentDocument?.body.scrollHeight ?? 0);
    expect(pageHeight - (await height())).toBeLessThanOrEqual(32);
    expect(await height()).toBeLessThan(1000);
  });

  test("stops, goes on, and shows other scenarios", async () => {
    const opened = await open("auth0-failures/sign-in--typed");
    const { gallery } = opened;
    await expectPage(gallery.getByText("Waiting").first()).toBeVisible();
    await gallery.getByRole("button", { name: "Stop" }).click();
    await expectPage(gallery.getByText("Playing…")).toHaveCount(0);
    const waiting = await gallery.getByText("Waiting").count();
    expect(waiting).toBeGreaterThan(10);
    await gallery.getByLabel("Documented failures").uncheck();
    await gallery.getByLabel("Observed failures").uncheck();
    await gallery.getByLabel("Transport problems").check();
    await gallery.getByRole("button", { name: "Go on" }).click();
    await isDone(opened);
    await expectPage(gallery.getByRole("article")).toHaveCount(3);
    await gallery.getByLabel("Endpoint").selectOption("passwordless-start");
    await expectPage(opened.cell("Network error").locator(".outcome")).toHaveText("not sent");
    await expectPage(opened.cell("Network error")).toContainText("It sent POST /oauth/ro.");
  });

  test("a cell that was taken away while it loaded starts again, with all its time", async () => {
    const opened = await open("auth0-failures/bad-input--every-fault");
    const { gallery, page } = opened;
    await onlyObserved(opened);
    await page.clock.install();
    await expectPage(gallery.getByText("Playing…").first()).toBeVisible();
    await gallery.getByLabel("Endpoint").selectOption("passwordless-start");
    await gallery.getByLabel("Endpoint").selectOption("oauth-ro");
    await isDone(opened);
    await page.clock.fastForward(31_000);
    await expectPage(opened.cell("Rule refused").locator(".outcome")).toHaveText("silent");
    await expectPage(gallery.getByText("did not report")).toHaveCount(0);
  });

  test("leaves the keyboard where it is", async () => {
    const opened = await open("auth0-failures/sign-in--typed");
    await onlyObserved(opened);
    const select = opened.gallery.getByLabel("Zoom");
    await select.focus();
    await isDone(opened);
    await expectPage(select).toBeFocused();
  });
});

/** A project that has Playwright. */
function withPlaywright(): Fixture {
  const fixture = project({});
  symlinkSync(join(repository, "node_modules/playwright"), join(fixture.root, "node_modules/playwright"));
  return fixture;
}

describe("npx auth0-msw gallery", () => {
  test("plays the stories in CI, writes the report and checks the threshold", async () => {
    const { root, read } = withPlaywright();
    const stories = ["--story", "bad-input--every", "bad-input--no-play"];
    const outputs = ["--output", "out/auth0.json", "--screenshots"];
    const limits = ["--threshold", "raw=0", "--threshold", "silent=30"];
    const browserPath = ["--executable-path", launchOptions.executablePath];
    const all = [...stories, ...outputs, ...limits, ...browserPath];
    const { code, out, err } = await auth0Msw(root, "gallery", storybook.folder, ...all);
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toMatch(/Bad input \/ Every Fault {2}5 says, 1 unseen, /);
    expect(out).not.toContain("No Play");
    expect(out).toContain("1 failure is raw, more than the threshold of 0.");
    expect(out).not.toContain("more than the threshold of 30");
    const report = JSON.parse(read("out/auth0.json")) as CoverageReport;
    const screens = new Map(
      report.endpoints.flatMap(({ scenarios }) => scenarios.map(({ id, screen }) => [id, screen])),
    );
    expect(screens.get("oauth-ro/password-leaked")).toMatchObject({
      verdict: "unseen",
      why: expect.stringContaining("/index.json"),
      where: "Bad input / Every Fault",
    });
    expect(screens.get("oauth-ro/user-blocked")).toMatchObject({ verdict: "silent" });
    expect(screens.get("oauth-ro/invalid-grant")?.why).toContain("disappeared again");
    const picture = join(root, "out", screens.get("oauth-ro/access-denied")?.screenshot ?? "");
    expect(readFileSync(picture).subarray(1, 4).toString()).toBe("PNG");
  });

  test("takes the address of a running Storybook, in a subpath too", async () => {
    const browserPath = ["--executable-path", launchOptions.executablePath];
    const story = ["--story", "bad-input--fails-early"];
    const { code, out } = await auth0Msw(withPlaywright().root, "gallery", storybook.url, ...story, ...browserPath);
    expect(code).toBe(0);
    expect(out).toContain("Bad input / Fails Early  sent no request");
    expect(out).toContain("Give a story a play function that submits the form.");
  });

  test("judges a story that leaves the page after a success too", async () => {
    const browserPath = ["--executable-path", launchOptions.executablePath];
    const story = ["--story", "bad-input--leaves"];
    const { out } = await auth0Msw(withPlaywright().root, "gallery", storybook.folder, ...story, ...browserPath);
    expect(out).toMatch(/Bad input \/ Leaves {2}\d+ unseen/);
  });

  test.each([
    [["http://127.0.0.1:9/"], "Nothing answers at http://127.0.0.1:9/."],
    [["nowhere"], "There is no built Storybook in"],
    [["nowhere", "--threshold", "silnt=0"], 'Did you mean "silent"?'],
    [["nowhere", "--width", "wide"], 'Invalid width "wide". Give a whole number of pixels.'],
  ])("%j: says what is wrong", async (args, message) => {
    const { code, err } = await auth0Msw(withPlaywright().root, "gallery", ...args);
    expect(code).toBe(1);
    expect(err).toContain(message);
  });
});
