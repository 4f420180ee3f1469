import { type MockAuth0, mockAuth0 } from "auth0-msw";
import { getResponse } from "msw";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { type Locator, page } from "vitest/browser";
import type { UntypedMock } from "../../../src/mock-auth0.ts";
import { readLink, appLink, withLink } from "../../../src/panel/link.ts";
import { valid } from "../../helpers/requests.ts";
import { button, filter, mount, type Mounted, options, tab } from "../../helpers/panel.ts";
import { everything, forbidden, long, name, texts, whatRan } from "../hostile.ts";

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Own properties also for `__proto__`. */
function record<Value>(keys: readonly string[], value: (key: string) => Value): Record<string, Value> {
  return Object.fromEntries(keys.map((key) => [key, value(key)]));
}

const keys = ["__proto__", "constructor", "toString", "<b>x</b>"];
const id = `oauth-ro/${name}`;

/** A mock with a hostile text wherever a text may be. */
function hostileMock(text: string): MockAuth0 {
  // Only these may be in the value of a header.
  const header = text.replaceAll(/[^\t\u0020-\u007E]/g, "?");
  const scenario = {
    status: 401,
    error: text,
    description: `${text} {constructor} {plain} {__proto__}`,
    headers: { "x-hostile": header, constructor: header },
    params: { ...record(keys, () => text), plain: { default: text, evidence: "documented", source: text } },
    summary: text,
    source: `${text} https://evil.example/"onclick="x github.com/<b>`,
  };
  const entry = { provokes: id };
  const hostile = {
    scenarios: { "oauth-ro": { ...record(["__proto__", "constructor"], () => scenario), [name]: scenario } },
    tenant: {
      users: [
        { email: text, username: text, phone_number: text, password: text, mfaCode: text, connection: text, ...entry },
        { email: text, password: text },
      ],
      connections: [
        { name: text, strategy: "auth0", ...entry },
        { name: "email", strategy: "email" },
        { name: "Username-Password-Authentication", strategy: "auth0" },
      ],
      phoneNumbers: [{ phone_number: text, ...entry }],
      clients: [{ client_id: text, client_secret: text, ...entry }, { client_id: "demo-client" }],
      rateLimit: { limit: 1000, windowSeconds: 60 },
    },
  };
  return mockAuth0(hostile as object);
}

interface Watched extends Mounted {
  readonly untyped: UntypedMock;
  /** Checks the view that is shown. */
  readonly isSafe: (view: string) => Promise<void>;
}

/** Mounts a switcher. What it throws while it updates fails the test. */
async function mountHostile(text: string): Promise<Watched> {
  const errors: unknown[] = [];
  const onError = (event: ErrorEvent | PromiseRejectionEvent): void => {
    errors.push("reason" in event ? event.reason : event.error);
    event.preventDefault();
  };
  for (const type of ["error", "unhandledrejection"] as const) addEventListener(type, onError as EventListener);
  onTestFinished(() => {
    for (const type of ["error", "unhandledrejection"] as const) removeEventListener(type, onError as EventListener);
  });
  const mounted = await mount(hostileMock(text));
  return {
    ...mounted,
    untyped: mounted.auth0 as unknown as UntypedMock,
    async isSafe(view) {
      await mounted.panel.updateComplete;
      const made = Array.from(rootOf(mounted).querySelectorAll(forbidden), ({ outerHTML }) => outerHTML.slice(0, 200));
      expect(made, view).toEqual([]);
      expect([whatRan(), errors], view).toEqual([undefined, []]);
    },
  };
}

function rootOf({ panel }: Mounted): ShadowRoot {
  if (!panel.shadowRoot) throw new Error("The switcher has no shadow tree.");
  return panel.shadowRoot;
}

/** Clicks as soon as it is there. A large page is slow to become stable, which a real click waits for. */
async function press(locator: Locator): Promise<void> {
  await expect.element(locator).toBeInTheDocument();
  (locator.element() as HTMLElement).click();
}

/** How often a text is shown or in a field, as it is. */
function count(mounted: Mounted, text: string): number {
  const root = rootOf(mounted);
  const fields = Array.from(root.querySelectorAll<HTMLInputElement>("input, textarea"), ({ value }) => value);
  return [root.textContent ?? "", ...fields].join("\n").split(text).length - 1;
}

/** A field drops what no field can have. */
function inField(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

test.each([
  ["hostile texts", everything],
  ["a text of 100 kB", long],
])("no view takes a text for anything else: %s", { timeout: 60_000 }, async (_name, text) => {
  const shown = await mountHostile(text);
  const { auth0, untyped, panel, send, isSafe } = shown;
  await isSafe("first view");

  // The list, the details with the form, the code and the answer.
  await filter.fill("hostile");
  await expect.element(options.first()).toBeVisible();
  untyped.use(id);
  panel.requestUpdate();
  await expect.element(page.getByRole("list", { name: "Active scenarios" })).toMatchTextContent("onerror");
  await press(page.getByRole("list", { name: "Active scenarios" }).getByRole("button").first());
  await isSafe("details");
  expect(count(shown, text), "summary, source and description").toBeGreaterThanOrEqual(3);
  expect(count(shown, name)).toBeGreaterThanOrEqual(3);

  // Params, headers and a delay from elsewhere are in the form and in the code.
  untyped.use(id, {
    params: record(["constructor", "plain"], () => text),
    headers: { "x-other": "<b>x</b>" },
    delay: 1,
  });
  await isSafe("options");
  expect(count(shown, inField(text)), "params").toBeGreaterThanOrEqual(2);

  // The editor of the answer.
  await press(button("Edit the answer"));
  await expect.element(page.getByRole("form", { name: "Edit the answer" })).toBeVisible();
  await isSafe("editor");
  const editor = page.getByRole("form", { name: "Edit the answer" });
  await editor.getByLabelText("headers").fill("constructor: <b>one</b>\n__proto__: two\nconstructor: three\nx: \u007F");
  await isSafe("edited headers");
  expect(count(shown, `"constructor": "<b>one</b>, three"`), "repeated header").toBe(0);
  expect(count(shown, 'constructor: "<b>one</b>, three"')).toBe(1);
  await press(editor.getByRole("button", { name: "Cancel" }));

  // Calls: the app's own texts in the body and the URL, the answers' in the response.
  const body = { username: text, password: text, connection: text, ...record(keys, () => text) };
  await send("oauth-ro", body);
  await send("passwordless-start", { connection: "email", email: "<img@example.com", send: "code" });
  untyped.use("oauth-ro/live");
  await send("oauth-ro", body);
  const { url, ...request } = valid("oauth-ro");
  await getResponse([...auth0.handlers], new Request(`${url}?x=${encodeURIComponent(text.toWellFormed())}`, request));
  await getResponse([...auth0.handlers], new Request(url, { ...request, body: text }));
  await press(tab("calls"));
  for (const details of rootOf(shown).querySelectorAll("details")) details.open = true;
  await isSafe("calls");
  expect(rootOf(shown).querySelectorAll("details")).toHaveLength(5);
  await page.getByRole("textbox", { name: "Filter the calls by text" }).fill(texts[0] ?? "");
  await isSafe("filtered calls");

  await press(tab("inbox"));
  await isSafe("inbox");
  await press(tab("tenant"));
  await isSafe("tenant");
  expect(count(shown, text), "users and entries").toBeGreaterThanOrEqual(10);

  // A request that waits.
  await press(tab("scenarios"));
  await press(button("Hold"));
  const waiting = send("oauth-ro", body);
  await expect.element(page.getByText(/waits\./)).toBeVisible();
  await isSafe("hold");
  await press(button("Let the tenant answer"));
  await waiting;

  // Errors are about names.
  panel.error = text;
  await isSafe("error");
  expect(count(shown, text)).toBeGreaterThan(0);
});

test.each([
  ["hostile texts", everything],
  ["a text of 100 kB", long],
])("presets and flows show texts of a file as they are: %s", { timeout: 60_000 }, async (_name, text) => {
  const shown = await mountHostile(text);
  const { isSafe } = shown;
  await press(tab("flow"));
  const preset = {
    name: text,
    activations: [{ use: id, params: record(keys, () => text), headers: record(keys, () => text), delay: text }, text],
    cycle: [text],
    scenarios: { "oauth-ro": record([name, ...keys], () => ({ status: 401, body: text })), [text]: text },
  };
  const file = new File(
    [
      `[${JSON.stringify(preset)}, ${JSON.stringify(preset).replace('"name"', '"__proto__": {"polluted": true}, "name"')}]`,
    ],
    "p.json",
  );
  const input = rootOf(shown).querySelector<HTMLInputElement>("input[type=file]");
  if (!input) throw new Error("There is no field for a file.");
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
  await expect.element(page.getByRole("button", { name: "Run", exact: true }).nth(1)).toBeVisible();
  await isSafe("imported");
  expect(count(shown, text)).toBeGreaterThanOrEqual(1);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  await press(page.getByRole("button", { name: "Run", exact: true }).nth(1));
  await isSafe("run");
  await expect.element(page.getByRole("alert")).toBeVisible();
  const download = rootOf(shown).querySelector("a[download]");
  expect(download?.getAttribute("href")).toMatch(/^data:application\/json,%5B/);
  // Other views, with what the file has switched on.
  await press(tab("scenarios"));
  await isSafe("after the run");
});

test("a link with hostile texts comes back as it was, and has no other effect", async () => {
  for (const text of texts) {
    const well = text.toWellFormed();
    const selection = {
      activations: [{ use: "oauth-ro/access-denied", params: record(["detail", ...keys], () => text) }],
      scenarios: { "oauth-ro": record(keys, () => ({ status: 401, body: text })) },
    };
    const search = withLink("", selection, appLink);
    const read = readLink(search, appLink);
    const { params } = Object(read?.activations[0]) as { readonly params: object };
    expect(Object.entries(params), text).toEqual(["detail", ...keys].map((key) => [key, well]));
    expect(Object.keys(read?.scenarios?.["oauth-ro"] ?? {})).toEqual(keys);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});
