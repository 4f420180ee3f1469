import { cleanup, render, screen } from "@testing-library/react";
import { setupAuth0 } from "auth0-msw/vitest";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, expectTypeOf, test, vi } from "vitest";
import { hasLayout } from "../../src/screen/has-layout.ts";
import { answers, signIn } from "./app/screen.ts";
import { once, untilQuiet } from "./wait.ts";

// The set-up is the same in jsdom, happy-dom and Vitest's browser mode, and so is what it sees of strange screens.

const auth0 = setupAuth0({}, { screen: true });

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

// Their faults are planted, and must not be in the report of our own tests.
beforeEach(({ task, onTestFinished }) => {
  onTestFinished(() => {
    delete task.meta.auth0;
  });
});

const html = `
  <form>
    <h1>Sign in</h1>
    <label>Email <input name="email"></label>
    <p role="status"></p>
    <p id="late" hidden>Your account is blocked.</p>
    <button>Sign in</button>
  </form>
  <a href="/help">Help</a>`;

function find(selector: string): HTMLElement {
  return document.querySelector(selector) as HTMLElement;
}

/** Sends the form of a page, which does this with the error. Resolves when the page has done it. */
async function submit(onError: () => unknown): Promise<void> {
  auth0.use("oauth-ro/user-blocked");
  document.body.innerHTML = html;
  const form = find("form") as HTMLFormElement;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    signIn("ada@example.com", "wrong").catch(onError);
  });
  const answer = once(answers, "answer");
  form.requestSubmit();
  await answer;
  await untilQuiet();
}

function say(text: string): void {
  find("[role=status]").textContent = text;
}

describe("auth0.screen()", () => {
  test("is what the page said since the last answer", async () => {
    await submit(() => say("Ask your administrator."));
    expect(auth0).toHaveShown(/ask your administrator/i);
    expect(auth0.screen()).toEqual({
      scenario: "oauth-ro/user-blocked",
      verdict: "says",
      sentence: "Ask your administrator.",
      why: "It is visible and announced.",
      said: [{ text: "Ask your administrator.", announced: "status" }],
    });
    expectTypeOf(auth0.screen().sentence).toEqualTypeOf<string>();
  });

  test("throws before an answer, and says what was called", () => {
    expect(() => auth0.screen()).toThrow(
      "auth0.screen() needs an answer that is not a success. Nothing was called. Check that",
    );
  });
});

describe("the verdict is right when the page", () => {
  test("throws, and React empties it", async () => {
    const ignore = (event: Event): void => event.preventDefault();
    addEventListener("error", ignore);
    vi.spyOn(console, "error").mockReturnValue();
    vi.spyOn(console, "warn").mockReturnValue();
    auth0.use("oauth-ro/user-blocked");
    render(<Throws />);
    const answer = once(answers, "answer");
    screen.getByRole("button").click();
    await answer;
    await untilQuiet();
    removeEventListener("error", ignore);
    expect(auth0.screen()).toMatchObject({ verdict: "silent", why: "The component threw: No text for this error." });
  });

  test("throws in a handler, and stays as it was", async () => {
    const ignore = (event: Event): void => event.preventDefault();
    addEventListener("error", ignore);
    await submit(() =>
      dispatchEvent(new ErrorEvent("error", { error: new TypeError("x is undefined"), cancelable: true })),
    );
    removeEventListener("error", ignore);
    expect(auth0.screen()).toMatchObject({ verdict: "silent", why: "The component threw: x is undefined." });
  });

  // In jsdom, it does that only when a test has no listener for errors.
  test.runIf("jsdom" in globalThis)("throws, and Vitest still reports the error", async () => {
    const reported: unknown[] = [];
    const emit = process.emit.bind(process) as (...parameters: unknown[]) => boolean;
    vi.spyOn(process, "emit").mockImplementation((...parameters: unknown[]) => {
      if (parameters[0] !== "uncaughtException") return emit(...parameters);
      return reported.push(parameters[1]) > 0;
    });
    const error = new Error("not handled");
    await submit(() => dispatchEvent(new ErrorEvent("error", { error, cancelable: true })));
    expect(reported).toEqual([error]);
    expect(auth0.screen()).toMatchObject({ verdict: "silent", why: "The component threw: not handled." });
  });

  test("never gets ready", async () => {
    await submit(() => find("form").setAttribute("aria-busy", "true"));
    expect(auth0.screen()).toMatchObject({ verdict: "silent", why: expect.stringContaining("still waits") });
    await submit(() => find("button").setAttribute("disabled", ""));
    expect(auth0.screen()).toMatchObject({
      verdict: "silent",
      why: expect.stringContaining("no button can be pressed"),
    });
  });

  test.each(["alert", "confirm", "prompt"] as const)("opens %s()", async (name) => {
    const dialog = vi.fn<(text?: string) => void>();
    vi.stubGlobal(name, dialog);
    await submit(() => globalThis[name]("Your account is blocked."));
    expect(auth0.screen()).toMatchObject({
      verdict: "says",
      said: [{ text: "Your account is blocked.", announced: "browser dialog" }],
    });
    // The test still sees its own mock.
    expect(globalThis[name]).toHaveBeenCalledWith("Your account is blocked.");
    vi.unstubAllGlobals();
  });

  test("opens a dialog", async () => {
    await submit(() => {
      document.body.insertAdjacentHTML(
        "beforeend",
        "<dialog><p>Ask your administrator.</p><button>OK</button></dialog>",
      );
      const dialog = find("dialog") as HTMLDialogElement;
      if (hasLayout(document)) dialog.showModal();
      else dialog.setAttribute("open", "");
    });
    expect(auth0.screen()).toMatchObject({ verdict: "says", said: [{ announced: "dialog" }] });
  });

  test("shows a text and takes it away", async () => {
    await submit(async () => {
      say("Ask your administrator.");
      await Promise.resolve();
      say("");
    });
    expect(auth0.screen()).toMatchObject({
      verdict: "says",
      why: "It was announced, but it disappeared again.",
    });
  });

  test("makes a text live after it was shown", async () => {
    await submit(async () => {
      find("#late").hidden = false;
      await Promise.resolve();
      find("#late").setAttribute("aria-live", "polite");
    });
    expect(auth0.screen()).toMatchObject({
      verdict: "not announced",
      why: expect.stringContaining("was not there before the text"),
    });
  });

  // In happy-dom, a page that is left cannot be seen. In a browser, the test would be left: see leaves.test.ts.
  test.runIf("jsdom" in globalThis)("is left for another one", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    await submit(() => {
      location.href = "/blocked";
    });
    expect(auth0.screen()).toMatchObject({
      verdict: "unseen",
      why: "The page was left before it showed anything.",
    });
  });
});

/** Throws when it renders an error. */
function Throws() {
  const [hasFailed, setHasFailed] = useState(false);
  if (hasFailed) throw new Error("No text for this error");
  return <button onClick={() => void signIn("", "").catch(() => setHasFailed(true))}>Sign in</button>;
}

describe("a test that fails", () => {
  const screens: unknown[] = [];

  test.fails("for its own reason", async ({ task, onTestFinished }) => {
    onTestFinished(() => {
      screens.push(task.meta.auth0?.screens);
    });
    await submit(() => say("Ask your administrator."));
    expect(auth0).toHaveAnswered("oauth-ro/success");
  });

  test("has its record", () => {
    expect(screens).toEqual([[expect.objectContaining({ verdict: "says", sentence: "Ask your administrator." })]]);
  });
});
