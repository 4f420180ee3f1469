import { type Browser, chromium } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { type Running, serveBuilt } from "../helpers/storybook-server.ts";
import { expectPage, StorybookPage } from "../helpers/storybook-ui.ts";

let storybook: Running;
let browser: Browser;
let ui: StorybookPage;

beforeAll(async () => {
  storybook = await serveBuilt("tests/storybook/html");
  browser = await chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args, "--host-resolver-rules=MAP insecure.test 127.0.0.1"],
  });
  // Loading Storybook takes far longer than a test, so most tests share one page.
  ui = new StorybookPage(await browser.newPage(), storybook.url);
  await ui.open("story/sign-in--idle");
}, 300_000);

afterAll(async () => {
  await browser.close();
  await storybook.close();
});

beforeEach(async () => {
  await ui.goTo("Idle");
  // A docs page with its three responses may still be open.
  await expectPage(ui.answer).toHaveCount(1);
  await expectPage(ui.answer).toBeEmpty();
});

afterEach(async ({ task }) => {
  if (task.result?.state === "fail") await ui.open("story/sign-in--idle");
});

async function newPage(url: string): Promise<StorybookPage> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  return new StorybookPage(await context.newPage(), url);
}

/** Makes the manager take the focus late, until the end of the test. */
async function delayFocus(): Promise<void> {
  await ui.page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with `apply`
    const { focus } = HTMLElement.prototype;
    HTMLElement.prototype.focus = function focusLate(...given) {
      setTimeout(() => focus.apply(this, given), 250);
    };
    Object.assign(globalThis, { undoDelay: () => Object.assign(HTMLElement.prototype, { focus }) });
  });
  onTestFinished(() => ui.page.evaluate("undoDelay()"));
}

describe("a story starts with the scenarios of its parameters", () => {
  test.each([
    ["Live", "200 fine"],
    ["Blocked", "401 unauthorized"],
    ["Busy", "429 too_many_requests"],
    ["Both", "401 unauthorized"],
    ["Other Tenant", "403 access_denied"],
    ["Clicked", "401 invalid_user_password"],
    ["Typed", "401 invalid_user_password"],
    ["Acted Upon", "401 password_leaked"],
  ])("%s", async (story, answer) => {
    await ui.goTo(story);
    await expectPage(ui.answer).toHaveText(answer);
  });

  test("the toolbar says what live means", async () => {
    await ui.goTo("Live");
    await expectPage(ui.toolbar).toHaveAccessibleName("Auth0 scenario: live (the demo tenant answers)");
    await ui.toolbar.click();
    await expectPage(ui.page.getByRole("option").first()).toContainText("Demo tenant");
    await ui.page.keyboard.press("Escape");
  });

  test("a sequence plays one scenario after the other", async () => {
    await ui.goTo("Third Time");
    await expectPage(ui.answer).toHaveText("401 invalid_user_password");
    await ui.story.getByRole("button").click();
    await expectPage(ui.answer).toHaveText("no answer");
    await ui.story.getByRole("button").click();
    await expectPage(ui.answer).toHaveText("200 fine");
  });

  test("an unknown id shows the nearest one, and other stories still work", async () => {
    await ui.goTo("Misspelt");
    await expectPage(ui.story.locator("#error-message")).toContainText('Did you mean "oauth-ro/user-blocked"?');
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
  });
});

describe("a selection in the toolbar", () => {
  test("is shown and applied, and is undone with one click", async () => {
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.undo).toBeHidden();
    await ui.selectInToolbar("leaked");
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/password-leaked");
    await ui.undo.click();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.undo).toBeHidden();
  });

  test("needs only the keyboard", async () => {
    await ui.goTo("Live");
    await expectPage(ui.answer).toHaveText("200 fine");
    await ui.toolbar.focus();
    await ui.page.keyboard.press("Enter");
    await expectPage(ui.page.getByRole("combobox", { name: "Search scenarios" })).toBeFocused();
    await ui.page.keyboard.type("oauth 401");
    await ui.page.keyboard.press("ArrowDown");
    await expectPage(ui.page.locator('[data-highlighted="true"]')).toContainText("user-blocked");
    await ui.page.keyboard.press("Enter");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    // The menu stays open, for the next scenario.
    await ui.page.keyboard.press("Escape");
    await expectPage(ui.toolbar).toBeFocused();
    await expectPage(ui.page.getByRole("listbox")).toBeHidden();
  });

  test("replaces only the scenario of its endpoint", async () => {
    await ui.goTo("Both");
    await ui.selectInToolbar("passwordless public signup");
    await expectPage(ui.toolbar).toHaveText("passwordless-start/public-signup-disabled +1");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
  });

  test("plays the story again", async () => {
    await ui.goTo("Typed");
    await expectPage(ui.story.getByLabel("Email")).toHaveValue("ada.lovelace@example.com");
    await expectPage(ui.answer).toHaveText("401 invalid_user_password");
    await ui.selectInToolbar("oauth access-denied");
    await expectPage(ui.answer).toHaveText("403 access_denied");
    await expectPage(ui.story.getByLabel("Email")).toHaveValue("ada.lovelace@example.com");
  });

  test.each(["Live", "Typed", "Never Answered"])("the last of 20 in a row wins: %s", async (story) => {
    await ui.goTo(story);
    await expectPage(ui.toolbar).toBeVisible();
    const failures = ["blocked", "leaked", "access-denied", "wrong-password", "too-many-logins"];
    for (let n = 0; n < 19; n += 1) await ui.selectInToolbar(`oauth-ro/ ${failures[n % failures.length]}`);
    await ui.selectInToolbar("oauth-ro/too-many-attempts");
    await expectPage(ui.answer).toHaveText("429 too_many_attempts");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/too-many-attempts");
  });

  test("the last of 20 while a play function types wins", async () => {
    await ui.goTo("Typed");
    await expectPage(ui.toolbar).toBeVisible();
    const select = (id: string) =>
      ui.emit("auth0-msw/choose", { storyId: "sign-in--typed", activations: [`oauth-ro/${id}`] });
    for (let n = 0; n < 19; n += 1) await select(n % 2 === 0 ? "user-blocked" : "password-leaked");
    await select("access-denied");
    await expectPage(ui.answer).toHaveText("403 access_denied");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/access-denied");
  });

  test("while a play is stuck, replaces it without a reload, and the old play does nothing more", async () => {
    await ui.goTo("Stuck Typing");
    const email = ui.story.getByLabel("Email");
    const played = "ada.lovelace@example.comtoo late";
    await expectPage(email).toHaveValue(played);
    const story = ui.story.locator(":root");
    await story.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    for (const [search, answer] of [
      ["oauth leaked", "401 password_leaked"],
      ["oauth access-denied", "403 access_denied"],
      ["oauth user-blocked", "401 unauthorized"],
    ] as const) {
      await ui.selectInToolbar(search);
      await expectPage(ui.answer).toHaveText(answer);
    }
    // Now each of the stuck plays would find its text, and type into this mount.
    await ui.undo.click();
    await expectPage(email).toHaveValue(played);
    await expectPage(ui.answer).toHaveText("401 invalid_user_password");
    expect(await story.evaluate(() => "isSamePage" in globalThis)).toBe(true);
    await expectPage(email).toHaveValue(played);
  });

  test("steps through scenarios with the arrow keys and Enter, while each play takes the focus", async () => {
    await ui.goTo("Stuck Typing");
    await expectPage(ui.answer).toHaveText("401 invalid_user_password");
    await ui.openPanel();
    const list = ui.panel.getByRole("listbox", { name: "Scenarios" });
    await list.focus();
    await ui.page.keyboard.press("Home");
    // After `live` come `success` and the failures.
    await ui.page.keyboard.press("ArrowDown");
    const selected = list.getByRole("option", { selected: true }).locator(".name");
    for (let n = 0; n < 4; n += 1) {
      const before = (await selected.textContent()) ?? "";
      await ui.page.keyboard.press("ArrowDown");
      // The story passes on a key that it gets, which takes a moment.
      await expectPage(selected).not.toHaveText(before);
      const name = await selected.textContent();
      await ui.page.keyboard.press("Enter");
      await expectPage(ui.toolbar).toHaveText(`oauth-ro/${name?.trim()}`);
    }
    await expectPage(list).toBeFocused();
    await expectPage(ui.story.getByLabel("Email")).toHaveValue("ada.lovelace@example.com");
  });

  test.each(["at once", "late"])(
    "leaves the focus to a play that types slowly, if the manager takes it %s",
    async (when) => {
      if (when === "late") await delayFocus();
      await ui.goTo("Slow Typing");
      await expectPage(ui.answer).toHaveText("401 invalid_user_password");
      await ui.openPanel();
      await ui.panel.getByRole("combobox", { name: "Filter by text" }).fill("password-leaked");
      await ui.page.keyboard.press("Enter");
      // The play sends the form: nobody has to be asked for it.
      let isHinted = false;
      const hint = ui.panel.getByText("Submit the form to see");
      void hint.waitFor().then(
        () => (isHinted = true),
        () => {},
      );
      await expectPage(ui.answer).toHaveText("401 password_leaked");
      expect(isHinted).toBe(false);
      await expectPage(ui.story.getByLabel("Email")).toHaveValue("ada@x.org");
      await expectPage(ui.panel.getByRole("combobox", { name: "Filter by text" })).toBeFocused();
    },
  );

  test("ends with its story", async () => {
    await ui.goTo("Live");
    await ui.selectInToolbar("oauth leaked");
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.undo).toBeHidden();
    await expectPage(ui.page).not.toHaveURL(/auth0=/);
    await ui.goTo("Live");
    await expectPage(ui.answer).toHaveText("200 fine");
    await expectPage(ui.undo).toBeHidden();
  });

  test("ends with its story, even if the user comes back at once", async () => {
    await ui.goTo("Blocked");
    await ui.selectInToolbar("oauth leaked");
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await ui.goTo("Idle");
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.undo).toBeHidden();
  });

  test("survives a reload, and the browser’s back button restores it", async () => {
    await ui.goTo("Live");
    await ui.selectInToolbar("oauth leaked");
    await expectPage(ui.page).toHaveURL(/auth0=oauth-ro\/password-leaked$/);
    await ui.page.reload();
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await ui.page.goBack();
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/password-leaked");
    await ui.page.goForward();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.undo).toBeHidden();
    // Both stories have the same selection.
    await ui.selectInToolbar("oauth leaked");
    await expectPage(ui.page).toHaveURL(/auth0=oauth-ro\/password-leaked$/);
    await ui.page.goBack();
    await expectPage(ui.page).toHaveURL(/sign-in--live/);
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await expectPage(ui.undo).toBeVisible();
  });
});

test("a second edit during the first one keeps the selection", async () => {
  await ui.goTo("Blocked");
  await ui.selectInToolbar("oauth leaked");
  await expectPage(ui.answer).toHaveText("401 password_leaked");
  await ui.editTwice();
  const answered = ui.page.waitForResponse((response) => response.url().endsWith("/oauth/ro"));
  await ui.story.getByRole("button").click();
  expect(await (await answered).json()).toMatchObject({ error: "password_leaked" });
  await expectPage(ui.toolbar).toHaveText("oauth-ro/password-leaked");
});

describe("a link", () => {
  test("is readable, and carries delay and params into toolbar and form", async () => {
    const other = await newPage(storybook.url);
    const link = "story/sign-in--blocked&auth0=oauth-ro/too-many-requests&delay=10&param-retryAfter=7";
    await other.open(link);
    await expectPage(other.answer).toHaveText("429 too_many_requests");
    await expectPage(other.toolbar).toHaveText("oauth-ro/too-many-requests · +10 ms · edited");
    await other.openPanel();
    await other.page.reload();
    await expectPage(other.answer).toHaveText("429 too_many_requests");
    await expectPage(other.page).toHaveURL(/[?&]auth0=oauth-ro\/too-many-requests&delay=10&.*param-retryAfter=7/);
    await expectPage(other.panel.locator("textarea[name=retryAfter]")).toHaveValue("7");
    await expectPage(other.panel.getByLabel("Milliseconds")).toHaveValue("10");
    await expectPage(other.panel.getByRole("list", { name: "Active scenarios" })).toContainText("+10 ms · edited");
    const shown = await other.panel.locator("dd code").filter({ hasText: "path=" }).textContent();
    expect(new URL(shown ?? "").search).toContain("&auth0=oauth-ro/too-many-requests&delay=10&param-retryAfter=7");
  });

  test("carries a sequence and an edited answer, with any characters", async () => {
    await ui.goTo("Blocked");
    await ui.openPanel();
    await ui.findInPanel("oauth-ro/password-leaked");
    await ui.press("Edit the answer");
    await ui.panel.getByLabel("status", { exact: true }).fill("418");
    await ui.panel.getByLabel("body").fill('{"error":"50% & more #1 + ü"}');
    await ui.press("Use this answer");
    await expectPage(ui.answer).toHaveText("418 50% & more #1 + ü");
    await expectPage(ui.page).toHaveURL(/auth0=oauth-ro\/my-password-leaked&scenarios=/);
    await ui.page.reload();
    await expectPage(ui.answer).toHaveText("418 50% & more #1 + ü");
    await ui.openPanel();
    await ui.panel.getByRole("tab", { name: "flow" }).click();
    await ui.found.filter({ hasText: "my-password-leaked" }).click();
    await ui.found.filter({ hasText: "network-error" }).first().click();
    await ui.press("Run");
    await expectPage(ui.page).toHaveURL(/auth0=oauth-ro\/my-password-leaked,oauth-ro\/network-error&scenarios=/);
    await ui.page.reload();
    await expectPage(ui.answer).toHaveText("418 50% & more #1 + ü");
    await ui.story.getByRole("button").click();
    await expectPage(ui.answer).toHaveText("no answer");
  });
});

describe("the panel", () => {
  test("says how to see a scenario in a story without requests, and sends one", async () => {
    await ui.openPanel();
    await ui.selectInToolbar("oauth leaked");
    await expectPage(ui.panel.getByText("Submit the form to see 401 password-leaked.")).toBeVisible();
    await ui.panel.getByRole("group", { name: "How to see it" }).getByRole("button", { name: "Send" }).click();
    await expectPage(ui.panel.getByRole("tab", { name: "calls 1" })).toBeVisible();
    await expectPage(ui.panel.getByText("Submit the form to see")).toBeHidden();
  });

  test("lets a request of a play wait until its answer is chosen", async () => {
    await ui.goTo("Clicked");
    await expectPage(ui.answer).toHaveText("401 invalid_user_password");
    await ui.openPanel();
    await ui.press("Hold");
    await expectPage(ui.panel.getByText("Request #1 to /oauth/ro waits.")).toBeVisible();
    await expectPage(ui.answer).toBeEmpty();
    await ui.found.filter({ hasText: "access-denied" }).first().click();
    await expectPage(ui.answer).toHaveText("403 access_denied");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/wrong-password");
  });

  test("answers a request that waits from the toolbar too, and with an edited answer", async () => {
    await ui.openPanel();
    for (const answer of ["toolbar", "editor"]) {
      await ui.findInPanel("oauth-ro/password-leaked");
      await ui.press("Hold");
      await ui.story.getByRole("button").click();
      await expectPage(ui.panel.getByRole("group", { name: "A request that waits" })).toBeVisible();
      if (answer === "toolbar") await ui.selectInToolbar("oauth denied");
      else {
        await ui.press("Edit the answer");
        await ui.panel.getByLabel("status", { exact: true }).fill("418");
        await ui.press("Use this answer");
      }
      await expectPage(ui.answer).toHaveText(answer === "toolbar" ? "403 access_denied" : "418 password_leaked");
    }
    await ui.press("Reset all");
  });

  test("edits an answer again under its id, and keeps a flow while another story is shown", async () => {
    await ui.goTo("Blocked");
    await ui.openPanel();
    await ui.findInPanel("oauth-ro/access-denied");
    await ui.press("Edit the answer");
    await ui.panel.getByLabel("status", { exact: true }).fill("418");
    await ui.press("Use this answer");
    await expectPage(ui.answer).toHaveText("418 access_denied");
    await ui.findInPanel("my-access-denied");
    await ui.press("Edit the answer");
    await ui.panel.getByLabel("status", { exact: true }).fill("503");
    await ui.press("Use this answer");
    await expectPage(ui.answer).toHaveText("503 access_denied");
    await expectPage(ui.panel.getByRole("article")).toContainText("503");

    await ui.panel.getByRole("tab", { name: "flow" }).click();
    await ui.found.filter({ hasText: "my-access-denied" }).click();
    await ui.goTo("Live");
    await expectPage(ui.answer).toHaveText("200 fine");
    await expectPage(ui.panel.getByRole("list", { name: "Steps" }).getByRole("listitem")).toHaveCount(1);
    await ui.press("Run");
    await expectPage(ui.answer).toHaveText("503 access_denied");
  });

  test("switches on the defaults of a scenario that the story has with params", async () => {
    await ui.goTo("Busy");
    await ui.openPanel();
    await expectPage(ui.toolbar).toHaveText("oauth-ro/too-many-requests · +50 ms · edited");
    await ui.press("Restore defaults");
    await ui.press("Use");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/too-many-requests");
    await ui.selectInToolbar("oauth too many requests");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/too-many-requests · +50 ms · edited");
  });

  test("marks a scenario for the next request, and that it was used", async () => {
    await ui.openPanel();
    await ui.findInPanel("oauth-ro/access-denied");
    await ui.press("Once");
    await expectPage(ui.found).toContainText("next request");
    await ui.story.getByRole("button").click();
    await expectPage(ui.answer).toHaveText("403 access_denied");
    await expectPage(ui.found).toContainText("used");
    await ui.press("Reset all");
  });

  test("shortcuts step through the failures, and the panel ticks those that were seen", async () => {
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await ui.openPanel();
    await ui.page.keyboard.press("Alt+n");
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await ui.page.keyboard.press("Alt+p");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.panel.getByText("2 of 21 seen")).toBeVisible();
    await ui.page.reload();
    await ui.openPanel();
    await expectPage(ui.panel.getByText("2 of 21 seen")).toBeVisible();
  });

  test("switches the story, and resets it", async () => {
    await ui.goTo("Blocked");
    await ui.openPanel();
    await ui.findInPanel("oauth-ro/password-leaked");
    await expectPage(ui.found).toHaveCount(1);
    await ui.found.click();
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/password-leaked");
    await ui.press("Reset /oauth/ro");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/user-blocked");
    await expectPage(ui.undo).toBeHidden();
  });

  test("switches only the next request, and a reset starts the story again", async () => {
    await ui.goTo("Blocked");
    await ui.openPanel();
    await ui.findInPanel("oauth-ro/access-denied");
    await ui.press("Once");
    await expectPage(ui.answer).toHaveText("403 access_denied");
    await ui.story.getByRole("button").click();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.panel.getByRole("tab", { name: "calls 2" })).toBeVisible();
    await ui.press("Reset all");
    await expectPage(ui.panel.getByRole("tab", { name: "calls 1" })).toBeVisible();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
  });

  test("shows eight rows at the bottom of a laptop, and three columns on a wide screen", async () => {
    const laptop = await newPage(storybook.url);
    await laptop.page.setViewportSize({ width: 1440, height: 900 });
    await laptop.open("story/sign-in--blocked&panel=bottom");
    await expectPage(laptop.answer).toHaveText("401 unauthorized");
    await laptop.openPanel();
    await expectPage(laptop.found.first()).toBeVisible();
    const rows = await laptop.panel.locator("#list").evaluate((list) => {
      const { top, bottom } = list.getBoundingClientRect();
      const header = list.querySelector(".group-name")?.getBoundingClientRect().height ?? 0;
      const height = list.querySelector("[role=option]")?.getBoundingClientRect().height ?? 0;
      return (Math.min(bottom, innerHeight) - top - header) / height;
    });
    expect(rows).toBeGreaterThanOrEqual(8);

    await laptop.page.setViewportSize({ width: 1600, height: 900 });
    const columns = [
      laptop.panel.locator("#list"),
      laptop.panel.getByRole("button", { name: "Once" }),
      laptop.panel.getByText("Response", { exact: true }),
    ];
    const boxes = await Promise.all(columns.map((column) => column.boundingBox()));
    const [list, controls, answer] = boxes.map((box) => box ?? { x: 0, width: 0 });
    expect(controls?.x).toBeGreaterThan((list?.x ?? 0) + (list?.width ?? 0));
    expect(answer?.x).toBeGreaterThan((controls?.x ?? 0) + 300);
  });

  test("lists the calls, newest first", async () => {
    await ui.goTo("Third Time");
    await ui.openPanel();
    await ui.panel.getByRole("tab", { name: "calls" }).click();
    const calls = ui.panel.getByRole("tabpanel").locator("summary");
    await expectPage(calls).toContainText(["oauth-ro/wrong-password"]);
    await expectPage(ui.answer).toHaveText("401 invalid_user_password");
    await ui.story.getByRole("button").click();
    await expectPage(calls).toContainText(["oauth-ro/network-error", "oauth-ro/wrong-password"]);
    await calls.last().click();
    await expectPage(ui.panel.getByText("https://demo.eu.auth0.com/oauth/ro").last()).toBeVisible();
  });
});

test("a pending request is aborted when its story ends", async () => {
  await ui.goTo("Never Answered");
  await expectPage(ui.answer).toHaveText("loading");
  const failed = ui.page.waitForEvent("requestfailed", (request) => request.url().endsWith("/oauth/ro"));
  await ui.goTo("Blocked");
  await failed;
  await expectPage(ui.answer).toHaveText("401 unauthorized");
});

test("a docs page shows each story with its own scenario", async () => {
  await ui.goTo("Docs");
  const shown = (story: string) => ui.story.frameLocator(`#iframe--sign-in--${story}`).getByRole("status");
  // Frames below the fold load on scroll.
  await ui.story.locator("#iframe--sign-in--acted-upon").scrollIntoViewIfNeeded();
  await expectPage(shown("blocked")).toHaveText("401 unauthorized");
  await expectPage(shown("busy")).toHaveText("429 too_many_requests");
  await expectPage(shown("other-tenant")).toHaveText("403 access_denied");
  await expectPage(shown("typed")).toHaveText("401 invalid_user_password");
  await expectPage(shown("acted-upon")).toHaveText("401 password_leaked");
  await expectPage(shown("never-answered")).toHaveText("loading");
  await expectPage(ui.story.locator("#story--sign-in--live-inner").getByRole("status")).toHaveText("200 fine");
});

describe("bad input", () => {
  test("an unknown id in the URL is named, and the story stays", async () => {
    await ui.open("story/sign-in--blocked&auth0=oauth-ro/user-bloked");
    await expectPage(ui.page.getByText("Auth0 scenario rejected").first()).toBeVisible();
    await expectPage(ui.page.getByText('Did you mean "oauth-ro/user-blocked"?').first()).toBeVisible();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.page).not.toHaveURL(/auth0=/);
  });

  test.each([
    "%7E%7E",
    "oauth-ro/success,oauth-ro/nothing",
    "oauth-ro/success&delay=soon",
    "oauth-ro/success&param-x=1",
    "oauth-ro/mine&scenarios=%7B",
    "oauth-ro/mine&scenarios=%7B%22oauth-ro%22:%7B%22mine%22:1%7D%7D",
    ",",
    "%25",
  ])("the URL may contain auth0=%s", async (text) => {
    await ui.navigateTo(`story/sign-in--blocked&auth0=${text}`);
    await expectPage(ui.answer).toContainText(/401 unauthorized/);
  });

  test.each([
    [["oauth-ro/user-bloked"], 'Did you mean "oauth-ro/user-blocked"?'],
    [[{ use: "oauth-ro/too-many-requests", params: { retryLater: 1 } }], "retryLater"],
    [[null], "Unknown scenario"],
    ["oauth-ro/success", "malformed"],
  ])("a message with %j is rejected, and nothing changes", async (activations, reason) => {
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await ui.emit("auth0-msw/choose", { storyId: "sign-in--blocked", activations });
    await expectPage(ui.page.getByText("Auth0 scenario rejected").first()).toBeVisible();
    await expectPage(ui.page.getByText(reason).first()).toBeVisible();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await ui.selectInToolbar("oauth leaked");
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await expectPage(ui.page.getByText("Auth0 scenario rejected")).toBeHidden();
  });

  test("an insecure origin shows how to fix it", async () => {
    const insecure = await newPage(storybook.url.replace("127.0.0.1", "insecure.test"));
    await insecure.open("story/sign-in--blocked");
    await expectPage(insecure.story.locator("#error-message")).toContainText(
      /not a secure origin\. Open http:\/\/localhost:/,
    );
  });

  test("blocked storage shows how to fix it", async () => {
    const blocked = await newPage(storybook.url);
    await blocked.page.addInitScript(() => {
      Object.defineProperty(globalThis, "sessionStorage", {
        get: () => {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    });
    await blocked.open("story/sign-in--blocked");
    await expectPage(blocked.story.locator("#error-message")).toContainText(
      "Allow site data for this address and reload.",
    );
  });
});

describe("there is one worker", () => {
  test("in the sub-path of the build", async () => {
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    expect(await ui.workers()).toEqual([[storybook.url, `${storybook.url}mockServiceWorker.js`]]);
  });

  test("the other addon’s, when that one starts first", async () => {
    const other = await newPage(storybook.url);
    await other.open("story/sign-in--blocked&theirs=first");
    await expectPage(other.answer).toHaveText("401 unauthorized");
    await other.goTo("Other Tenant");
    await expectPage(other.answer).toHaveText("403 access_denied");
    await other.selectInToolbar("oauth leaked");
    await expectPage(other.answer).toHaveText("401 password_leaked");
    const { origin } = new URL(storybook.url);
    expect(await other.workers()).toEqual([[`${origin}/`, `${origin}/mockServiceWorker.js`]]);
  });
});
