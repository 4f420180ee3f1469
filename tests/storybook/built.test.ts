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
  // To load Storybook takes far longer than what is tested: most tests go on in one page.
  ui = new StorybookPage(await browser.newPage(), storybook.url);
  await ui.open("story/sign-in--idle");
}, 300_000);

afterAll(async () => {
  await browser.close();
  await storybook.close();
});

beforeEach(async () => {
  await ui.goTo("Idle");
  // A docs page, with its three answers, may still be there.
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

describe("a story starts as its parameters say", () => {
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

  test("one answer after the other", async () => {
    await ui.goTo("Third Time");
    await expectPage(ui.answer).toHaveText("401 invalid_user_password");
    await ui.story.getByRole("button").click();
    await expectPage(ui.answer).toHaveText("no answer");
    await ui.story.getByRole("button").click();
    await expectPage(ui.answer).toHaveText("200 fine");
  });

  test("a wrong id is shown with the nearest name, and the rest of the page lives", async () => {
    await ui.goTo("Misspelt");
    await expectPage(ui.story.locator("#error-message")).toContainText('Did you mean "oauth-ro/user-blocked"?');
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
  });
});

describe("a choice in the toolbar", () => {
  test("shows, says so, and is taken back with one click", async () => {
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.undo).toBeHidden();
    await ui.pick("leaked");
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/password-leaked");
    await ui.undo.click();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.undo).toBeHidden();
  });

  test("needs the keyboard alone", async () => {
    await ui.goTo("Live");
    await expectPage(ui.answer).toHaveText("200 fine");
    await ui.toolbar.focus();
    await ui.page.keyboard.press("Enter");
    await expectPage(ui.page.getByRole("combobox", { name: "Search scenarios" })).toBeFocused();
    await ui.page.keyboard.type("oauth 401");
    await ui.page.keyboard.press("ArrowDown");
    await expectPage(ui.page.locator('[data-pointed="true"]')).toContainText("user-blocked");
    await ui.page.keyboard.press("Enter");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.toolbar).toBeFocused();
    await ui.page.keyboard.press("Enter");
    await ui.page.keyboard.press("Escape");
    await expectPage(ui.page.getByRole("listbox")).toBeHidden();
  });

  test("replaces the answer of its endpoint alone", async () => {
    await ui.goTo("Both");
    await ui.pick("passwordless public signup");
    await expectPage(ui.toolbar).toHaveText("passwordless-start/public-signup-disabled +1");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
  });

  test("plays the story again", async () => {
    await ui.goTo("Typed");
    await expectPage(ui.story.getByLabel("Email")).toHaveValue("ada.lovelace@example.com");
    await expectPage(ui.answer).toHaveText("401 invalid_user_password");
    await ui.pick("oauth access-denied");
    await expectPage(ui.answer).toHaveText("403 access_denied");
    await expectPage(ui.story.getByLabel("Email")).toHaveValue("ada.lovelace@example.com");
  });

  test.each(["Live", "Typed", "Never Answered"])("of 20 in a row the last one holds: %s", async (story) => {
    await ui.goTo(story);
    await expectPage(ui.toolbar).toBeVisible();
    const failures = ["blocked", "leaked", "access-denied", "wrong-password", "too-many-logins"];
    for (let n = 0; n < 19; n += 1) await ui.pick(`oauth-ro/ ${failures[n % failures.length]}`);
    await ui.pick("oauth-ro/too-many-attempts");
    await expectPage(ui.answer).toHaveText("429 too_many_attempts");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/too-many-attempts");
  });

  test("20 choices within a play’s keystrokes end on the last one", async () => {
    await ui.goTo("Typed");
    await expectPage(ui.toolbar).toBeVisible();
    const choose = (id: string) =>
      ui.emit("auth0-msw/choose", { storyId: "sign-in--typed", activations: [`oauth-ro/${id}`] });
    for (let n = 0; n < 19; n += 1) await choose(n % 2 === 0 ? "user-blocked" : "password-leaked");
    await choose("access-denied");
    await expectPage(ui.answer).toHaveText("403 access_denied");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/access-denied");
  });

  test("ends with its story", async () => {
    await ui.goTo("Live");
    await ui.pick("oauth leaked");
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.undo).toBeHidden();
    await expectPage(ui.page).not.toHaveURL(/auth0=/);
    await ui.goTo("Live");
    await expectPage(ui.answer).toHaveText("200 fine");
    await expectPage(ui.undo).toBeHidden();
  });

  test("ends with its story, however soon somebody comes back", async () => {
    await ui.goTo("Blocked");
    await ui.pick("oauth leaked");
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await ui.goTo("Idle");
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.undo).toBeHidden();
  });

  test("survives a reload, and the browser’s back button finds it again", async () => {
    await ui.goTo("Live");
    await ui.pick("oauth leaked");
    await expectPage(ui.page).toHaveURL(/auth0=sign-in--live\.oauth-ro--password-leaked/);
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
  });
});

test("an edit that is overtaken by the next takes nothing back", async () => {
  await ui.goTo("Blocked");
  await ui.pick("oauth leaked");
  await expectPage(ui.answer).toHaveText("401 password_leaked");
  await ui.editTwice();
  const answered = ui.page.waitForResponse((response) => response.url().endsWith("/oauth/ro"));
  await ui.story.getByRole("button").click();
  expect(await (await answered).json()).toMatchObject({ error: "password_leaked" });
  await expectPage(ui.toolbar).toHaveText("oauth-ro/password-leaked");
});

describe("the panel", () => {
  test("switches the story, and takes it back", async () => {
    await ui.goTo("Blocked");
    await ui.openPanel();
    await ui.find("password-leaked");
    await expectPage(ui.found).toHaveCount(1);
    await ui.press("Use");
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/password-leaked");
    await ui.press("Reset /oauth/ro");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.toolbar).toHaveText("oauth-ro/user-blocked");
    await expectPage(ui.undo).toBeHidden();
  });

  test("switches the next request alone, and a reset begins anew", async () => {
    await ui.goTo("Blocked");
    await ui.openPanel();
    await ui.find("access-denied");
    await ui.press("Once");
    await expectPage(ui.answer).toHaveText("403 access_denied");
    await ui.story.getByRole("button").click();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await expectPage(ui.panel.getByRole("tab", { name: "calls 2" })).toBeVisible();
    await ui.press("Reset all");
    await expectPage(ui.panel.getByRole("tab", { name: "calls 1" })).toBeVisible();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
  });

  test("lists the calls, the newest first", async () => {
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

test("a pending answer ends with its story", async () => {
  await ui.goTo("Never Answered");
  await expectPage(ui.answer).toHaveText("asking");
  const failed = ui.page.waitForEvent("requestfailed", (request) => request.url().endsWith("/oauth/ro"));
  await ui.goTo("Blocked");
  await failed;
  await expectPage(ui.answer).toHaveText("401 unauthorized");
});

test("a docs page shows each story with its own answer", async () => {
  await ui.goTo("Docs");
  const shown = (story: string) => ui.story.frameLocator(`#iframe--sign-in--${story}`).getByRole("status");
  // Frames far below load when somebody scrolls there.
  await ui.story.locator("#iframe--sign-in--acted-upon").scrollIntoViewIfNeeded();
  await expectPage(shown("blocked")).toHaveText("401 unauthorized");
  await expectPage(shown("busy")).toHaveText("429 too_many_requests");
  await expectPage(shown("other-tenant")).toHaveText("403 access_denied");
  await expectPage(shown("typed")).toHaveText("401 invalid_user_password");
  await expectPage(shown("acted-upon")).toHaveText("401 password_leaked");
  await expectPage(shown("never-answered")).toHaveText("asking");
  await expectPage(ui.story.locator("#story--sign-in--live-inner").getByRole("status")).toHaveText("200 fine");
});

describe("bad input", () => {
  test("an unknown id in the address is named, and can be taken back", async () => {
    await ui.open("story/sign-in--blocked&auth0=sign-in--blocked.oauth-ro--user-bloked");
    await expectPage(ui.story.locator("#error-message")).toContainText('Did you mean "oauth-ro/user-blocked"?');
    await expectPage(ui.toolbar).toHaveText("oauth-ro/user-bloked");
    await ui.undo.click();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
  });

  test.each([
    "sign-in--blocked.%7E%7E",
    "sign-in--blocked.~!!",
    "sign-in--blocked.~bnVsbA",
    "nobody--knows.oauth-ro--success",
    ".",
    "%25",
    "a.b.c.d",
  ])("the address may say auth0=%s", async (text) => {
    await ui.comeTo(`story/sign-in--blocked&auth0=${text}`);
    await expectPage(ui.answer.or(ui.story.locator("#error-message")).filter({ visible: true })).toContainText(
      /401 unauthorized|Unknown scenario/,
    );
  });

  test.each([
    [["oauth-ro/user-bloked"], 'Did you mean "oauth-ro/user-blocked"?'],
    [[{ use: "oauth-ro/too-many-requests", params: { retryLater: 1 } }], "retryLater"],
    [[null], "Unknown scenario"],
    ["oauth-ro/success", "malformed"],
  ])("a message of %j is refused, and nothing changes", async (activations, why) => {
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await ui.emit("auth0-msw/choose", { storyId: "sign-in--blocked", activations });
    await expectPage(ui.page.getByText("Auth0 scenario refused").first()).toBeVisible();
    await expectPage(ui.page.getByText(why).first()).toBeVisible();
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    await ui.pick("oauth leaked");
    await expectPage(ui.answer).toHaveText("401 password_leaked");
    await expectPage(ui.page.getByText("Auth0 scenario refused")).toBeHidden();
  });

  test("an insecure origin is told what to do", async () => {
    const insecure = await newPage(storybook.url.replace("127.0.0.1", "insecure.test"));
    await insecure.open("story/sign-in--blocked");
    await expectPage(insecure.story.locator("#error-message")).toContainText(
      /no secure origin\. Open http:\/\/localhost:/,
    );
  });

  test("blocked storage is told what to do", async () => {
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
  test("in the sub-path that the build is served from", async () => {
    await ui.goTo("Blocked");
    await expectPage(ui.answer).toHaveText("401 unauthorized");
    expect(await ui.workers()).toEqual([[storybook.url, `${storybook.url}mockServiceWorker.js`]]);
  });

  test("and it is the other addon’s where that comes first", async () => {
    const other = await newPage(storybook.url);
    await other.open("story/sign-in--blocked&theirs=first");
    await expectPage(other.answer).toHaveText("401 unauthorized");
    await other.goTo("Other Tenant");
    await expectPage(other.answer).toHaveText("403 access_denied");
    await other.pick("oauth leaked");
    await expectPage(other.answer).toHaveText("401 password_leaked");
    const { origin } = new URL(storybook.url);
    expect(await other.workers()).toEqual([[`${origin}/`, `${origin}/mockServiceWorker.js`]]);
  });
});
