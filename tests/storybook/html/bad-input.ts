type Show = (form: HTMLFormElement, code: string) => unknown;

/** A form that reacts to each error code in another way, most of them wrong. */
export function badInput(react: Show = reactByCode): HTMLElement {
  const form = document.createElement("form");
  form.innerHTML = `
    <label>Email <input type="email" value="ada@example.com"></label>
    <button>Sign in</button>
    <p role="alert"></p>`;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send().then((code) => react(form, code));
  });
  return form;
}

function reactByCode(form: HTMLFormElement, code: string): void {
  reactions[code]?.(form, code);
}

/** Leaves the page after every answer, a success too. */
export function leaves(): void {
  location.assign("./index.json");
}

/** Takes the place of Storybook. */
export function takesOver(): void {
  open("./index.json", "_top");
}

/** Says everything late, in a native dialog or at a field: no element changes. */
export function saysLate(form: HTMLFormElement, code: string): void {
  const field = form.querySelector("input");
  setTimeout(() => {
    if (code === "requires_verification") alert("Open the link in our email.");
    field?.setCustomValidity("Ask for help.");
    field?.reportValidity();
  }, 1000);
}

/** Fills the page, and says something that needs more room. */
export function grows(form: HTMLFormElement): void {
  say(form, "Ask for help.");
  form.insertAdjacentHTML("beforeend", '<p style="height: 700px">This is how.</p>');
}

/** Asks for a code instead, and says what comes of it. */
export async function asksForCode(form: HTMLFormElement): Promise<void> {
  await send("/passwordless/start");
  say(form, "Enter the code that we have sent.");
}

const reactions: Readonly<Record<string, Show>> = {
  invalid_user_password: (form) => say(form, "That email and password don’t match."),
  unauthorized: () => {
    throw new Error("Cannot find a sentence");
  },
  password_leaked: () => location.assign("./index.json"),
  too_many_attempts: () => alert("Too many tries. Open the link in our email."),
  too_many_logins: (form) => {
    const dialog = form.appendChild(document.createElement("dialog"));
    dialog.innerHTML = `<p>Wait a minute, then try again.</p><button type="button">OK</button>`;
    dialog.showModal();
  },
  access_denied: () => {
    const portal = document.body.appendChild(document.createElement("div"));
    portal.innerHTML = `<p role="alert">Ask for access.</p>`;
  },
  "a0.mfa_required": (form) => {
    const shadow = form.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    shadow.innerHTML = `<p role="alert">Enter the six digits.</p>`;
  },
  unauthorized_client: (form, code) => say(form, `Error: ${code}`),
  "a0.mfa_registration_required": (form) => {
    say(form, "Set up a second step.");
    for (const button of form.querySelectorAll("button")) button.disabled = true;
  },
  requires_verification: (form) => {
    form.insertAdjacentHTML("beforeend", `<p aria-live="polite">Check your inbox.</p>`);
    // It never settles.
    const spinner = form.appendChild(document.createElement("i"));
    setInterval(() => (spinner.style.rotate = `${performance.now() % 360}deg`), 20);
  },
  "a0.mfa_invalid_code": (form) => form.insertAdjacentHTML("beforeend", "<p>That code is wrong.</p>"),
  invalid_grant: (form) => {
    say(form, "Gone soon.");
    setTimeout(() => say(form, ""), 400);
  },
};

export function say(form: HTMLFormElement, text: string): void {
  const message = form.querySelector("[role=alert]");
  if (message) message.textContent = text;
}

async function send(path = "/oauth/ro"): Promise<string> {
  const response = await fetch(`https://demo.eu.auth0.com${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ grant_type: "password", username: "ada@example.com" }),
  });
  const { error = "" } = (await response.json()) as { error?: string };
  return error;
}
