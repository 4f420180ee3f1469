import { type Endpoint, mockAuth0 } from "auth0-msw";
import { serve } from "#host";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { internalsOf } from "../../src/mock-auth0.ts";
import { type ScreenRecord, ScreenWatch } from "../../src/screen/screen-watch.ts";
import { fillIn } from "../../stories/sign-in/fill-in.ts";
import { SignInPage, type SignInPageProps } from "../../stories/sign-in/sign-in-page.tsx";
import { untilQuiet } from "./wait.ts";

// The forms of our own stories say something to each documented failure: each fault here is a false alarm.

/** On a busy machine, the first answer takes more than a second. */
const slow = { timeout: 10_000 };

const domain = "own-forms.auth0.example";
const auth0 = mockAuth0({ domain });
serve(auth0.handlers);

afterEach(() => {
  cleanup();
  auth0.reset();
});

interface Form {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly props: SignInPageProps;
  /** Opens the form, and sends a request that succeeds, before the one that fails. */
  readonly before?: () => Promise<unknown>;
  readonly send?: () => Promise<unknown>;
}

const byEmail = { way: "passwordless", connection: "email" } as const;
const byText = { way: "passwordless", connection: "sms" } as const;
const remembered = { name: "Ada", account: "ada@example.com", idToken: "kept.since.yesterday" };

async function fillInAndSend(): Promise<void> {
  await waitFor(() => expect(document.querySelector("form")).not.toBeNull(), slow);
  fillIn(document.body);
}

async function askForCode(): Promise<void> {
  await fillInAndSend();
  await screen.findByLabelText("Code", {}, slow);
}

async function press(name: string): Promise<void> {
  (await screen.findByText(name, {}, slow)).click();
}

async function askForSecondStep(): Promise<void> {
  auth0.once("oauth-ro/mfa-required");
  await askForCode();
}

const forms: readonly Form[] = [
  { name: "password", endpoint: "oauth-ro", props: {} },
  { name: "second step", endpoint: "oauth-ro", props: {}, before: askForSecondStep },
  { name: "device", endpoint: "oauth-ro", props: { remembered } },
  { name: "code by email", endpoint: "oauth-ro", props: byEmail, before: askForCode },
  { name: "send by email", endpoint: "passwordless-start", props: byEmail },
  { name: "send by text", endpoint: "passwordless-start", props: byText },
  {
    name: "send a new code",
    endpoint: "passwordless-start",
    props: byEmail,
    before: askForCode,
    send: () => press("Send a new code"),
  },
];

/** Deletes the cookies that auth0-js keeps for each code. Too many of them make every later request too long. */
function forgetCodes(): void {
  for (const cookie of document.cookie.split("; ")) document.cookie = `${cookie.split("=", 1)[0]}=; max-age=0; path=/`;
}

const alarms = new Map<string, readonly ScreenRecord[]>();
const counts = new Map<string, number>();

test.each(forms)("$name", { timeout: 60_000 }, async ({ name, endpoint, props, before, send = fillInAndSend }) => {
  const records: ScreenRecord[] = [];
  for (const { id } of auth0.failures(endpoint)) {
    auth0.reset();
    forgetCodes();
    const { unmount } = render(<SignInPage key={id} {...props} domain={domain} resendAfter={0} />);
    await before?.();
    const isSuccess = (scenario: string): boolean => scenario.endsWith("/success");
    const watch = new ScreenWatch(internalsOf(auth0).session(), isSuccess);
    auth0.use(id);
    await send();
    await waitFor(() => expect(document.querySelector("[role=alert]")?.textContent, id).toMatch(/\w \w/), slow);
    await untilQuiet(10);
    watch.stop();
    records.push(...watch.records);
    unmount();
  }
  counts.set(name, records.length);
  alarms.set(
    name,
    records.filter(({ verdict }) => verdict !== "says"),
  );
});

test("at most one false alarm", () => {
  const all = [...alarms].flatMap(([name, records]) => records.map((record) => `${name}: ${JSON.stringify(record)}`));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const figures = `${all.length} false alarms on ${total} screens\n${all.join("\n")}`;
  expect(total, figures).toBeGreaterThan(100);
  expect(all.length, figures).toBeLessThanOrEqual(1);
});
