import { codeOf, type SeededScreen, sentenceFor, signIn, SignInError } from "./screen.ts";

// Screens without a framework: a template, a few elements by their id, and listeners.

const template = `
  <form class="card" novalidate>
    <h1>Sign in</h1>
    <label>Email <input id="email" type="email" name="email"></label>
    <label>Password <input id="password" type="password" name="password"></label>
    <div id="message"></div>
    <button id="submit">Sign in</button>
  </form>
  <p>New here? <a href="/join">Create an account</a></p>`;

interface Page {
  readonly form: HTMLFormElement;
  readonly fields: HTMLFieldSetElement;
  readonly message: HTMLElement;
  readonly password: HTMLInputElement;
  readonly button: HTMLButtonElement;
}

function screen(
  name: string,
  fault: SeededScreen["fault"],
  onError: (page: Page, error: unknown) => void,
  html = template,
): SeededScreen {
  return {
    name: `Plain: ${name}`,
    fault,
    mount(root) {
      root.innerHTML = html;
      const find = (selector: string): unknown => root.querySelector(selector);
      const page = {
        form: find("form"),
        fields: find("fieldset"),
        message: find("#message"),
        password: find("#password"),
        button: find("button"),
      } as Page;
      page.form.addEventListener("submit", (event) => {
        event.preventDefault();
        page.message.textContent = "";
        page.button.disabled = true;
        const data = new FormData(page.form);
        signIn(data.get("email") as string, data.get("password") as string).catch((error: unknown) => {
          page.button.disabled = false;
          onError(page, error);
        });
      });
      return () => root.replaceChildren();
    },
  };
}

const withAlert = template.replace('id="message"', 'id="message" role="alert"');
const withHiddenAlert = template.replace('id="message"', 'id="message" role="alert" hidden');
const withFieldset = withAlert
  .replace("<h1>", "<fieldset><legend>Your account</legend><h1>")
  .replace("</button>", "</button></fieldset>");
const withDialog = `${template}
  <dialog id="oops" aria-labelledby="oops-title">
    <h2 id="oops-title">We could not sign you in</h2><p id="reason"></p>
    <form method="dialog"><button>Close</button></form>
  </dialog>`;

function say({ message }: Page, error: unknown): void {
  message.textContent = sentenceFor(error);
}

export const plainScreens: readonly SeededScreen[] = [
  screen(
    "fills an element that stays hidden",
    "silent",
    ({ message }, error) => {
      message.textContent = sentenceFor(error);
    },
    withHiddenAlert,
  ),
  screen(
    "shows the error as it is",
    "raw",
    ({ message }, error) => {
      // oxlint-disable-next-line typescript/no-base-to-string -- the planted fault
      message.textContent = ["Could not sign in:", error instanceof SignInError ? error.body : "offline"].join(" ");
    },
    withAlert,
  ),
  screen("an element that nobody hears", "not announced", say),
  screen(
    "a fieldset that stays disabled",
    "dead end",
    (page, error) => {
      say(page, error);
      page.fields.disabled = true;
    },
    withFieldset,
  ),
  screen(
    "invalid for every code",
    "shared",
    ({ message }, error) => {
      message.textContent = codeOf(error) ? "Invalid email or password." : "Please try again.";
    },
    withAlert,
  ),
  screen("correct alert", "none", say, withAlert),
  screen(
    "correct alert that was hidden",
    "none",
    (page, error) => {
      say(page, error);
      page.message.hidden = false;
    },
    withHiddenAlert,
  ),
  screen(
    "correct dialog",
    "none",
    (_page, error) => {
      const dialog = document.querySelector<HTMLDialogElement>("#oops");
      const reason = document.querySelector("#reason");
      if (!dialog || !reason) return;
      reason.textContent = sentenceFor(error);
      // jsdom has no dialogs: tests there open them by their attribute.
      if ("showModal" in dialog) dialog.showModal();
      else (dialog as HTMLElement).setAttribute("open", "");
    },
    withDialog,
  ),
  screen("correct message of the browser at a field", "none", ({ password }, error) => {
    password.setCustomValidity(sentenceFor(error));
    password.reportValidity();
  }),
  screen(
    "correct button that counts down",
    "none",
    (page, error) => {
      say(page, error);
      page.button.disabled = true;
      page.button.textContent = "Try again in 0:30";
    },
    withAlert,
  ),
];
