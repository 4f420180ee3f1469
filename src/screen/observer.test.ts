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

  test("when an element around its dialog gets the focus", async () => {
    const { said } = await observe(() => {
      add('<div tabindex="-1" id="around"><div role="dialog"><p>Ask your administrator.</p></div></div>');
      find("#around").focus();
    });
    expect(said).toEqual([{ text: "Ask your administrator.", announced: "dialog" }]);
  });

  test("when a next step with fields gets the focus", async () => {
    const { said } = await observe(() => {
      document.body.innerHTML = '<section tabindex="-1"><p>Enter the code.</p><input></section>';
      find("section").focus();
    });
    expect(said).toEqual([{ text: "Enter the code.", announced: "focus" }]);
  });

  test("again in a new alert, while the one before is still there", async () => {
    const alert = '<p role="alert">Wrong password.</p>';
    const { said } = await observe(async () => {
      add(alert);
      await Promise.resolve();
      find("[role=alert]").remove();
    }, `<form>${alert}<button>Sign in</button></form>`);
    expect(said).toEqual([{ text: "Wrong password.", announced: "alert" }]);
  });
});

describe("in an open shadow root", () => {
  const host = (inner: string): ShadowRoot => {
    const element = document.createElement("x-form");
    element.innerHTML = "<p slot='message'></p>";
    document.body.append(element);
    const shadow = element.attachShadow({ mode: "open" });
    shadow.innerHTML = inner;
    return shadow;
  };

  /** What is observed while a shadow root changes that was there before. */
  async function observeShadow(inner: string, change: (shadow: ShadowRoot) => unknown): Promise<Observation> {
    document.body.innerHTML = "";
    const shadow = host(inner);
    const observer = new ScreenObserver(document.body);
    await change(shadow);
    await Promise.resolve();
    observer.stop();
    return observer.observation;
  }

  test("a region announces its text", async () => {
    const { said } = await observeShadow('<p role="status"></p>', (shadow) => {
      (shadow.firstElementChild as Element).textContent = "Wrong.";
    });
    expect(said).toEqual([{ text: "Wrong.", announced: "status" }]);
  });

  test("a change is seen when it happens, not only at the end", async () => {
    const { said } = await observeShadow('<p role="status"></p>', async ({ firstElementChild }) => {
      (firstElementChild as Element).textContent = "Wrong.";
      await Promise.resolve();
      (firstElementChild as Element).textContent = "";
      document.body.append("Footer");
    });
    expect(said).toEqual([{ text: "Wrong.", announced: "status", isGone: true }, { text: "Footer" }]);
  });

  test("a region announces what its slot shows", async () => {
    const { said } = await observeShadow('<div role="status"><slot name="message"></slot></div>', () => {
      find("x-form p").textContent = "Wrong.";
    });
    expect(said).toEqual([{ text: "Wrong.", announced: "status" }]);
  });

  test("the focus announces what it is on, also from one element to the next", async () => {
    const html = "<input><p tabindex='-1'></p>";
    const { said } = await observeShadow(html, ({ firstElementChild, lastElementChild }) => {
      (firstElementChild as HTMLElement).focus();
      (lastElementChild as HTMLElement).textContent = "Wrong.";
      (lastElementChild as HTMLElement).focus();
    });
    expect(said).toEqual([{ text: "Wrong.", announced: "focus" }]);
  });

  test("a dialog that gets the focus announces what its slot shows", async () => {
    const html = '<div role="dialog" tabindex="-1"><slot name="message"></slot></div>';
    const { said } = await observeShadow(html, ({ firstElementChild }) => {
      find("x-form p").textContent = "Wrong.";
      (firstElementChild as HTMLElement).focus();
    });
    expect(said).toEqual([{ text: "Wrong.", announced: "dialog" }]);
  });

  test("a button can be pressed", async () => {
    expect((await observeShadow("<p>Sign in</p><button>Sign in</button>", () => {})).canGoOn).toBe(true);
    expect((await observeShadow("<p>Sign in</p><button disabled>Sign in</button>", () => {})).canGoOn).toBe(false);
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

  test.each(['aria-hidden="true" role="alert"', 'inert role="alert"', 'aria-live="off"'])(
    "with %s",
    async (attributes) => {
      const { said } = await observe(() => add(`<p ${attributes}>Wrong password.</p>`));
      expect(said[0]?.announced).toBeUndefined();
      expect(said[0]?.isConcealed ?? false).toBe(!attributes.includes("off"));
    },
  );

  test.each(["<dialog open>", '<div role="dialog">'])("in a %s that was open before", async (dialog) => {
    const { said } = await observe(() => {
      find("p").textContent = "Wrong password.";
      find("#around").focus();
      find("input").focus();
    }, `<div id="around" tabindex="-1">${dialog}<h1>Sign in</h1><p></p><input><button>Sign in</button>`);
    expect(said).toEqual([{ text: "Wrong password." }]);
  });

  test("in a form that gets the focus", async () => {
    const { said } = await observe(() => {
      find("#hint").textContent = "Wrong password.";
      find("form").tabIndex = -1;
      find("form").focus();
    });
    expect(said).toEqual([{ text: "Wrong password." }]);
  });

  test("again in a region that came together with it", async () => {
    const status = '<p role="status">Step 1 of 2</p>';
    const { said } = await observe(async (root) => {
      root.innerHTML = `<form>${status}<button>Sign in</button></form>`;
      await Promise.resolve();
      add("<hr>");
    }, `<form>${status}<button>Sign in</button></form>`);
    expect(said).toEqual([]);
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

  test("once, when it counts down", async () => {
    const { said } = await observe(async () => {
      for (const seconds of [3, 2, 1]) {
        find("[role=status]").textContent = `Try again in ${seconds} seconds.`;
        await Promise.resolve();
      }
    });
    expect(said).toEqual([{ text: "Try again in 3 seconds.", announced: "status" }]);
  });

  test("in the label of a field, without the label", async () => {
    const { said } = await observe(() => find("label").insertAdjacentHTML("beforeend", "<b> is wrong.</b>"));
    expect(said).toEqual([{ text: "is wrong." }]);
  });

  test("beside the link of its block", async () => {
    const { said } = await observe(
      () => find("a").before("Wrong password. "),
      '<form>Hello. <a href="/forgot">Forgot password?</a></form>',
    );
    expect(said).toEqual([{ text: "Wrong password." }]);
  });

  test("only with letters that are read, and not as the name of an icon", async () => {
    const { said } = await observe(() => {
      add("<p>\u200B</p>");
      add('<p><span class="material-icons" aria-hidden="true">error_outline</span></p>');
    });
    expect(said).toEqual([]);
  });

  test("at a field, when the browser reports that it is invalid", async () => {
    const { said } = await observe(() => {
      const field = find("#password") as HTMLInputElement;
      field.setCustomValidity("That password is wrong.");
      field.reportValidity();
    });
    expect(said).toEqual([{ text: "That password is wrong.", announced: "field message" }]);
  });

  test("not when it was there before: a form that comes back", async () => {
    document.body.innerHTML = form;
    const observer = new ScreenObserver(document.body, ["Enter your password."]);
    add("<p>Enter your password.</p>");
    await Promise.resolve();
    expect(observer.observation.said).toEqual([]);
    observer.stop();
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
    ["cannot press a button in a disabled fieldset", "<fieldset disabled><button>Again</button></fieldset>", false],
    ["can wait for a button that counts down", "<form><button disabled>Try again in 0:30</button></form>", true],
    [
      "has no way out in a link that was there before",
      '<form><button disabled>Again</button></form><a href="/">Home</a>',
      false,
    ],
    ["cannot press a button that is hidden", "<p>Sign in</p><button hidden>Again</button>", false],
    ["cannot press a button behind a dialog", '<div aria-hidden="true"><button>Again</button></div>', false],
    ["cannot press a button that is inert", "<form inert><button>Again</button></form>", false],
    [
      "can close the dialog in front of a button",
      '<form inert><button>Again</button></form><div role="dialog"><button>OK</button></div>',
      true,
    ],
    ["can only close what there is", "<button>OK</button>", true],
    ["can press an input", '<p>Sign in</p><input type="submit">', true],
  ])("%s", async (_name, html, expected) => {
    expect((await observe(() => {}, html)).canGoOn).toBe(expected);
  });

  test("waits while something is busy", async () => {
    expect((await observe(() => {})).isBusy).toBe(false);
    expect((await observe(() => find("form").setAttribute("aria-busy", "true"))).isBusy).toBe(true);
  });
});

test("a way out that comes with the message is one", async () => {
  const html = "<form><button disabled>Sign in</button></form>";
  expect((await observe(() => add('<a href="/reset">Choose a new password</a>'), html)).canGoOn).toBe(true);
});

test.each(["×", "Close", "Dismiss this message", "OK"])("to close a message with %s is no way out", async (name) => {
  const html = "<form><button disabled>Sign in</button></form>";
  const change = (): void => add(`<p role="alert">Blocked. <button type="button">${name}</button></p>`);
  expect((await observe(change, html)).canGoOn).toBe(false);
});

test("a button that goes is not replaced by a link that was there before", async () => {
  const html = '<form><button>Sign in</button><a href="/forgot">Forgot password?</a></form>';
  expect((await observe(() => find("button").remove(), html)).canGoOn).toBe(false);
});

test("a link takes the place of a button of that name", async () => {
  const html = "<form><button>Sign in</button></form>";
  const change = (): void => {
    find("form").outerHTML = '<h1>Blocked</h1><a href="/sign-in">Sign in</a>';
  };
  expect((await observe(change, html)).canGoOn).toBe(true);
});

test("a button may wait for a field that was cleared, or is new", async () => {
  const html = '<form><input value="secret"><input><button disabled>Sign in</button></form>';
  expect((await observe(() => {}, html)).canGoOn).toBe(false);
  expect((await observe(() => ((find("input") as HTMLInputElement).value = ""), html)).canGoOn).toBe(true);
  expect((await observe(() => add('<input type="checkbox"><input disabled>'), html)).canGoOn).toBe(false);
  expect((await observe(() => add("<input>"), html)).canGoOn).toBe(true);
});

test("what happens after the next attempt is not said to this answer", async () => {
  const { said, canGoOn } = await observe(async () => {
    find("[role=status]").textContent = "Wrong.";
    find("form").addEventListener("submit", (event) => {
      event.preventDefault();
      find("[role=status]").textContent = "Signing in…";
      find("button").setAttribute("disabled", "");
    });
    await Promise.resolve();
    (find("form") as HTMLFormElement).requestSubmit();
  });
  expect(said).toEqual([{ text: "Wrong.", announced: "status" }]);
  expect(canGoOn).toBe(true);
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
