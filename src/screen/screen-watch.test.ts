// @vitest-environment jsdom
import { type MockAuth0, mockAuth0 } from "auth0-msw";
import { afterEach, describe, expect, test } from "vitest";
import { sendValid } from "../../tests/helpers/ask.ts";
import { internalsOf } from "../mock-auth0.ts";
import { ScreenWatch } from "./screen-watch.ts";

afterEach(() => document.body.replaceChildren());

function watch(auth0: MockAuth0): ScreenWatch {
  document.body.innerHTML = '<form><p role="alert"></p><button>Sign in</button></form>';
  return new ScreenWatch(internalsOf(auth0).session(), (id) => id.endsWith("/success"));
}

function say(text: string): void {
  (document.querySelector("[role=alert]") as Element).textContent = text;
}

function pressEnter(): void {
  document.querySelector("button")?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
}

test("records what is said to each failure, until the next answer", async () => {
  const auth0 = mockAuth0();
  const screen = watch(auth0);
  auth0.sequence(["oauth-ro/user-blocked", "oauth-ro/wrong-password", "oauth-ro/success"]);
  await sendValid(auth0, "oauth-ro");
  say("Ask your administrator.");
  await sendValid(auth0, "oauth-ro");
  expect(screen.records.map(({ scenario, verdict }) => [scenario, verdict])).toEqual([
    ["oauth-ro/user-blocked", "says"],
    ["oauth-ro/wrong-password", "silent"],
  ]);
  say("invalid_user_password");
  await sendValid(auth0, "oauth-ro");
  say("Welcome.");
  screen.stop();
  await sendValid(auth0, "oauth-ro");
  expect(screen.records).toEqual([
    expect.objectContaining({ scenario: "oauth-ro/user-blocked", sentence: "Ask your administrator." }),
    expect.objectContaining({ scenario: "oauth-ro/wrong-password", verdict: "raw" }),
  ]);
});

test("a delayed answer counts from when it is sent, and a request without an answer from the start", async () => {
  const auth0 = mockAuth0();
  const screen = watch(auth0);
  auth0.use("oauth-ro/user-blocked", { delay: 20 });
  const sending = sendValid(auth0, "oauth-ro");
  await auth0.waitForCall("oauth-ro");
  say("Signing in…");
  await sending;
  expect(screen.records).toMatchObject([{ scenario: "oauth-ro/user-blocked", verdict: "silent" }]);
  auth0.use("oauth-ro/no-response");
  const pending = sendValid(auth0, "oauth-ro");
  await auth0.waitForCall("oauth-ro");
  say("This takes long. Check your connection.");
  expect(screen.records.at(-1)).toMatchObject({ scenario: "oauth-ro/no-response", verdict: "says" });
  screen.stop();
  auth0.reset();
  await pending.catch(() => {});
});

test("a form that comes back says only what is new in it", async () => {
  const auth0 = mockAuth0();
  const screen = watch(auth0);
  const form = document.querySelector("form") as Element;
  form.insertAdjacentHTML("afterbegin", "<h1>Sign in</h1><input>");
  const spinner = document.createElement("progress");
  for (const text of ["", "Wrong.", "Wrong."]) {
    (form.querySelector("button") as HTMLElement).click();
    form.replaceWith(spinner);
    await Promise.resolve();
    auth0.use("oauth-ro/user-blocked");
    await sendValid(auth0, "oauth-ro");
    form.querySelector("[role=alert]")?.replaceChildren(text);
    spinner.replaceWith(form);
    await Promise.resolve();
  }
  screen.stop();
  expect(screen.records.map(({ verdict, sentence }) => [verdict, sentence])).toEqual([
    ["silent", ""],
    ["says", "Wrong."],
    ["says", "Wrong."],
  ]);
});

test("without a form, a click on a button begins the next attempt", async () => {
  const auth0 = mockAuth0();
  const screen = watch(auth0);
  document.body.innerHTML = '<p role="alert"></p><button>Sign in</button>';
  const button = document.querySelector("button") as HTMLButtonElement;
  button.addEventListener("click", () => {
    button.disabled = true;
  });
  auth0.use("oauth-ro/user-blocked");
  await sendValid(auth0, "oauth-ro");
  say("Wrong.");
  button.click();
  await sendValid(auth0, "oauth-ro");
  screen.stop();
  expect(screen.records[0]).toMatchObject({ verdict: "says", sentence: "Wrong." });
});

describe("when a page that said nothing gets another answer", () => {
  test("the same, to a request of its own: only the last one is judged", async () => {
    const auth0 = mockAuth0();
    const screen = watch(auth0);
    auth0.use("oauth-ro/internal-server-error");
    for (let attempt = 0; attempt < 3; attempt++) await sendValid(auth0, "oauth-ro");
    say("Try again later.");
    screen.stop();
    expect(screen.records).toMatchObject([
      { scenario: "oauth-ro/internal-server-error", verdict: "says", sentence: "Try again later." },
    ]);
  });

  test.each(["oauth-ro/success", "oauth-ro/too-many-requests"] as const)(
    "%s, to a request of its own: the first is unseen",
    async (next) => {
      const auth0 = mockAuth0();
      const screen = watch(auth0);
      auth0.sequence(["oauth-ro/internal-server-error", next]);
      await sendValid(auth0, "oauth-ro");
      say("One moment…");
      await sendValid(auth0, "oauth-ro");
      screen.stop();
      expect(screen.records[0]).toMatchObject({
        scenario: "oauth-ro/internal-server-error",
        verdict: "unseen",
        why: "The screen sent the request again before it showed anything.",
      });
    },
  );

  test.each([
    ["a key", () => pressEnter()],
    ["a click", () => document.querySelector("button")?.click()],
    ["a submit", () => document.querySelector("form")?.requestSubmit()],
  ])("after %s of the user: the first is silent", async (_by, act) => {
    const auth0 = mockAuth0();
    const screen = watch(auth0);
    document.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
    auth0.use("oauth-ro/internal-server-error");
    await sendValid(auth0, "oauth-ro");
    act();
    await sendValid(auth0, "oauth-ro");
    screen.stop();
    expect(screen.records.map(({ verdict }) => verdict)).toEqual(["silent", "silent"]);
  });

  test("from the other endpoint: the first is silent", async () => {
    const auth0 = mockAuth0();
    const screen = watch(auth0);
    auth0.use("oauth-ro/internal-server-error");
    await sendValid(auth0, "oauth-ro");
    await sendValid(auth0, "passwordless-start");
    screen.stop();
    expect(screen.records).toMatchObject([{ verdict: "silent" }]);
  });
});

test("the description that a rule of the tenant writes is not raw", async () => {
  const auth0 = mockAuth0();
  const screen = watch(auth0);
  auth0.use("oauth-ro/rule-refused");
  await sendValid(auth0, "oauth-ro");
  say("Your account is not allowed to use this application.");
  screen.stop();
  expect(screen.records).toMatchObject([{ verdict: "says" }]);
});
