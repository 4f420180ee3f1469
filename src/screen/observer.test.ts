// @vitest-environment jsdom
import { afterEach, describe, expect, test } from "vitest";
import { type Observation, ScreenObserver } from "./observer.ts";

afterEach(() => document.body.replaceChildren());

const form = `
  <form>
    <h1>Sign in</h1>
    <p hidden id="hidden">Not yet.</p>
    <p role="status"></p>
    <label>Password <input id="password" type="password" /></label>
    <p id="hint"></p>
    <button>Sign in</button>
  </form>`;

/** What is observed while a screen changes. */
async function observe(change: (root: HTMLElement) => unknown, html = form): Promise<Observation> {
  document.body.innerHTML = html;
  const observer = new ScreenObserver(document.body);
  await change(document.body);
  await Promise.resolve();
  observer.stop();
  return observer.observation;
}

function find(selector: string): HTMLElement {
  return document.querySelector<HTMLElement>(selector) ?? document.body;
}

function add(html: string): void {
  find("form").insertAdjacentHTML("beforeend", html);
}

describe("a text is announced", () => {
  test("in an alert that is added with it", async () => {
    const { said } = await observe(() => add('<div role="alert"><b>Locked.</b> Ask an <i>administrator</i>.</div>'));
    expect(said).toEqual([{ text: "Locked. Ask an administrator.", announced: "alert" }]);
  });

  test("in a region that was there before", async () => {
    const { said } = await observe(() => (find("[role=status]").textContent = "The password is wrong."));
    expect(said).toEqual([{ text: "The password is wrong.", announced: "status" }]);
  });

  test("in a region that was added some time before its text", async () => {
    const { said } = await observe(async () => {
      add('<p aria-live="polite"></p>');
      await Promise.resolve();
      find("[aria-live]").textContent = "Too many attempts.";
    });
    expect(said).toEqual([{ text: "Too many attempts.", announced: "live region" }]);
  });

  test("when the field that it describes gets the focus", async () => {
    const { said } = await observe(() => {
      find("#hint").textContent = "Choose a new password.";
      find("#password").setAttribute("aria-describedby", "hint");
      find("#password").focus();
    });
    expect(said).toEqual([{ text: "Choose a new password.", announced: "described field" }]);
  });

  test("when it gets the focus, or a dialog around it", async () => {
    const focused = await observe(() => {
      add('<div tabindex="-1" id="summary"><p>Check the form.</p></div>');
      find("#summary").focus();
    });
    expect(focused.said).toEqual([{ text: "Check the form.", announced: "focus" }]);
    const dialog = await observe(() => {
      add('<dialog open><p>Ask your administrator.</p><button id="ok">OK</button></dialog>');
      find("#ok").focus();
    });
    expect(dialog.said).toEqual([{ text: "Ask your administrator.", announced: "dialog" }]);
  });
});

describe("a text is not announced", () => {
  test("without any of these", async () => {
    const { said } = await observe(() => add("<p>Wrong password.</p>"));
    expect(said).toEqual([{ text: "Wrong password." }]);
  });

  test("in a region that came together with it", async () => {
    const { said } = await observe(async () => {
      add('<p aria-live="polite">Wrong password.</p>');
      await Promise.resolve();
      // Any later change: the region is known by now, but the text was not announced.
      add("<hr>");
    });
    expect(said).toEqual([{ text: "Wrong password.", isLate: true }]);
  });

  test.each(['aria-hidden="true" role="alert"', 'aria-live="off"'])("with %s", async (attributes) => {
    const { said } = await observe(() => add(`<p ${attributes}>Wrong password.</p>`));
    expect(said[0]?.announced).toBeUndefined();
  });

  test("when the field had the focus before", async () => {
    document.body.innerHTML = form;
    find("#password").focus();
    const observer = new ScreenObserver(document.body);
    find("#hint").textContent = "Wrong.";
    find("#password").setAttribute("aria-describedby", "hint");
    await Promise.resolve();
    expect(observer.observation.said).toEqual([{ text: "Wrong." }]);
    observer.stop();
  });
});

describe("a text appears", () => {
  test("when it is no longer hidden", async () => {
    const { said } = await observe(() => find("#hidden").removeAttribute("hidden"));
    expect(said).toEqual([{ text: "Not yet." }]);
  });

  test("in an open shadow root", async () => {
    const { said } = await observe(() => {
      const host = document.createElement("x-message");
      find("form").append(host);
      host.attachShadow({ mode: "open" }).innerHTML = '<p role="alert">Blocked: <slot>no reason</slot></p>';
    });
    expect(said).toEqual([{ text: "Blocked: no reason", announced: "alert" }]);
  });

  test("even if it disappears again", async () => {
    const { said } = await observe(async () => {
      add('<p role="alert" id="toast">Try again.</p>');
      await Promise.resolve();
      find("#toast").remove();
    });
    expect(said).toEqual([{ text: "Try again.", announced: "alert", isGone: true }]);
  });

  test("only if it is neither the name of a control, nor a script", async () => {
    const { said } = await observe(() => {
      add("<script>let x;</script><style>p{}</style><label>Code <input></label><template><p>no</p></template>");
      find("button").textContent = "Try again";
    });
    expect(said).toEqual([]);
  });
});

describe("the user", () => {
  test.each([
    ["can go on with a button", "<button>Again</button>", true],
    ["can go on with a link", '<a href="/help">Help</a>', true],
    ["cannot press a disabled button", "<button disabled>Again</button>", false],
    [
      "cannot press a button that is disabled for assistive technology",
      '<button aria-disabled="true">A</button>',
      false,
    ],
    ["cannot press a button that is hidden", "<p>Sign in</p><button hidden>Again</button>", false],
    ["can press an input", '<p>Sign in</p><input type="submit">', true],
  ])("%s", async (_name, html, expected) => {
    expect((await observe(() => {}, html)).canGoOn).toBe(expected);
  });

  test("waits while something is busy", async () => {
    expect((await observe(() => {})).isBusy).toBe(false);
    expect((await observe(() => find("form").setAttribute("aria-busy", "true"))).isBusy).toBe(true);
  });
});

test("an emptied page changes nothing: tests clean up", async () => {
  const { said, canGoOn } = await observe(async () => {
    add('<p role="alert">Blocked.</p>');
    await Promise.resolve();
    document.body.replaceChildren();
  });
  expect(said).toEqual([{ text: "Blocked.", announced: "alert" }]);
  expect(canGoOn).toBe(true);
});
