import { globSync, readFileSync } from "node:fs";
import type { MockAuth0 } from "auth0-msw";
import { isolate } from "auth0-msw/node";
import { setupAuth0 } from "auth0-msw/vitest";
import { auth0Coverage } from "auth0-msw/vitest/reporter";
import { expect, test, vi } from "vitest";
import { untypedMock } from "../helpers/ask.ts";

const page = readFileSync("docs/troubleshooting.md", "utf8");
const [, ...sections] = page.split(/^## /m);
const headings = sections
  .filter((section) => !section.startsWith("No message"))
  .flatMap((section) => Array.from(section.matchAll(/^### (.+)$/gm), ([, heading = ""]) => heading));

// Adds the matcher.
const auth0 = setupAuth0();

/** The mock without types, as in JavaScript. */
interface Untyped {
  use(id: unknown, options?: object): void;
  sequence(steps: unknown): void;
  active(endpoint: unknown): string;
}

const untyped = (): Untyped => untypedMock();
const smsError = "passwordless-start/sms-provider-error";

/** Calls that make the package throw. */
const mistakes: readonly (() => unknown)[] = [
  () => untyped().use("oauth-ro/user-bloked"),
  () => untyped().active("oauth"),
  () => untyped().use("oauth-ro/live", { wait: 1 }),
  () => untyped().use("oauth-ro/user-blocked", { params: { code: 1 } }),
  () => untyped().use(smsError, { params: { cod: 1 } }),
  () => untyped().use(smsError, { params: { code: {} } }),
  () => untyped().use("oauth-ro/live", { delay: -1 }),
  () => untyped().use("oauth-ro/user-blocked", { headers: { "x id": "1" } }),
  () => untyped().sequence([]),
  () => expect(auth0).toHaveAnswered("oauth-ro/live" as never),
  () => untypedMock({ domian: "demo.eu.auth0.com" }),
  () => untypedMock({ tenant: { users: [{ email: 1 }] } }),
  () => untypedMock({ tenant: { users: [{ provokes: "oauth-ro/user-bloked" }] } }),
  () => untypedMock({ domain: "https://demo.eu.auth0.com" }),
  () => untypedMock({ scenarios: { "oauth-ro": { "user-blocked": { status: 400 } } } }),
  () => untypedMock({ scenarios: { "oauth-ro": { "terms/changed": { status: 400 } } } }),
  () => isolate({}, () => "not called"),
  () => waitTooLong(untypedMock()),
  () => resetWhileWaiting(untypedMock()),
  () => expect(auth0).toHaveAnswered("oauth-ro/user-blocked"),
  () => auth0Coverage({ treshold: 100 } as object),
];

test("every message on the page is in the package", async () => {
  const messages = await Promise.all(mistakes.map(messageOf));
  const source = readSource();
  const missing = headings.filter(
    (heading) => !messages.some((message) => message.includes(heading)) && !isIn(source, heading),
  );
  expect(missing).toEqual([]);
});

test("every message that is thrown here is on the page", async () => {
  const messages = await Promise.all(mistakes.map(messageOf));
  expect(messages.filter((message) => !headings.some((heading) => message.includes(heading)))).toEqual([]);
});

/** The source of the package, with `…` for each inserted value. Strings that are split with `+` are joined. */
function readSource(): string {
  return globSync("src/**/*.{ts,tsx}")
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n")
    .replaceAll(/(["'`])\s*\+\s*(["'`])/g, "")
    .replaceAll(/\$\{[^}]*\}/g, "…");
}

/** Returns whether the source has a message. An inserted value matches any text without spaces. */
function isIn(source: string, heading: string): boolean {
  if (source.includes(heading)) return true;
  const filled = heading
    .replaceAll(/"[^"]+"/g, '"…"')
    .replace(/http:\/\/[^\s,]+/, "…")
    .replace(/\d+%/, "…")
    // Verdict limits have the same sentence.
    .replace("threshold of … was", "… …");
  // The reason why the worker doesn't start follows these words.
  return source.includes(filled) || source.includes(filled.replace("Mocking failed: ", ""));
}

async function messageOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`No error was thrown: ${String(run)}`);
}

function resetWhileWaiting(mock: MockAuth0): Promise<unknown> {
  const waiting = mock.waitForCall("oauth-ro");
  mock.reset();
  return waiting;
}

function waitTooLong(mock: MockAuth0): Promise<unknown> {
  vi.useFakeTimers();
  const waiting = mock.waitForCall("oauth-ro");
  vi.advanceTimersByTime(3000);
  vi.useRealTimers();
  return waiting;
}
