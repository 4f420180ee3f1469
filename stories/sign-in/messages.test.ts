import type { Auth0Error } from "auth0-js";
import { mockAuth0 } from "auth0-msw";
import { getResponse } from "msw";
import { describe, expect, it } from "vitest";
import { whyNotOnThisDevice } from "./device-messages.ts";
import { correct, fitInto, type Message } from "./message.ts";
import { secondStepIn, whyNotByPassword } from "./password-messages.ts";
import { isCodeOver, whyNotByCode, whyNotSent, whyNotSentAgain } from "./passwordless-messages.ts";

const auth0 = mockAuth0();
const failures = auth0.scenarios.filter(({ kind, id }) => kind !== "success" && !id.endsWith("/no-response"));
type Failure = (typeof failures)[number];

const email = { connection: "email", address: "ada@example.com" } as const;
const sms = { connection: "sms", address: "+15555550100" } as const;
type WhyNot = (error: Auth0Error) => Message;

const signingIn: Readonly<Record<string, WhyNot>> = { whyNotByPassword, whyNotByCode, whyNotOnThisDevice };
const sending: Readonly<Record<string, WhyNot>> = {
  "whyNotSent, email": (error) => whyNotSent(error, email),
  "whyNotSent, sms": (error) => whyNotSent(error, sms),
  "whyNotSentAgain, email": (error) => whyNotSentAgain(error, email),
  "whyNotSentAgain, sms": (error) => whyNotSentAgain(error, sms),
};

describe.each(failures)("$id", (scenario) => {
  const forms = Object.entries(scenario.endpoint === "oauth-ro" ? signingIn : sending);

  it.each(forms)("has a message in our own words (%s)", async (_name, whyNot) => {
    const { id, error, description } = scenario;
    const message = whyNot(await failureOf(scenario));
    const text = "title" in message ? `${message.title} ${message.text}` : message.text;
    expect(text).not.toMatch(/[_{}<>]|undefined|null|\d{3}/);
    if (error) expect(text).not.toContain(error);
    if (description && id !== "oauth-ro/rule-refused") expect(text).not.toContain(description);
  });

  it.each(forms)("has a next step (%s)", async (_name, whyNot) => {
    expect(whyNot(await failureOf(scenario)).next.length).toBeGreaterThan(0);
  });
});

it.each(Object.entries(signingIn))("shows the message of a rule unchanged (%s)", async (_name, whyNot) => {
  auth0.once("oauth-ro/rule-refused", { params: { detail: "Confirm your email first." } });
  expect(whyNot(await failureAt("oauth/ro"))).toMatchObject({ group: "help", text: "Confirm your email first." });
});

it.each(Object.entries(signingIn))("has a message for a rule without a description (%s)", (_name, whyNot) => {
  const silent = whyNot({ error: "", code: "unauthorized", description: "unauthorized", statusCode: 401 });
  expect(silent).toMatchObject({ title: "This account can’t open Tarn", text: expect.stringContaining("Ask") });
});

it("detects from the error whether the account has a second step", async () => {
  const known: Record<string, boolean | undefined> = {};
  for (const scenario of failures.filter(({ endpoint }) => endpoint === "oauth-ro")) {
    const has = secondStepIn(await failureOf(scenario));
    if (has !== undefined) known[scenario.id] = has;
  }
  expect(known).toEqual({
    "oauth-ro/mfa-required": true,
    "oauth-ro/mfa-invalid-code": true,
    "oauth-ro/mfa-not-allowed": false,
  });
});

it("detects when only a new code helps", async () => {
  const over: string[] = [];
  for (const scenario of failures.filter(({ endpoint }) => endpoint === "oauth-ro")) {
    if (isCodeOver(whyNotByCode(await failureOf(scenario)))) over.push(scenario.id);
  }
  expect(over).toEqual(["oauth-ro/code-expired", "oauth-ro/too-many-code-attempts"]);
});

describe("a message in a form with other fields", () => {
  const message = correct("phone", "Check the number.", "use-email");

  it("stays at its field when the form has it", () => {
    expect(fitInto(["email", "phone"], message)).toBe(message);
  });

  it("becomes a notice when the form does not have it", () => {
    expect(fitInto(["email"], message)).toEqual({
      group: "help",
      title: "That didn’t work",
      text: "Check the number.",
      next: ["try-again", "use-email"],
    });
  });
});

it("waits as long as the service asks", async () => {
  const crowded = failures.find(({ id }) => id === "oauth-ro/too-many-requests");
  expect(crowded && whyNotByPassword(await failureOf(crowded))).toMatchObject({ group: "wait", waitSeconds: 30 });
});

async function failureOf({ id, endpoint }: Failure): Promise<Auth0Error> {
  auth0.use(id);
  return failureAt(endpoint.replace("-", "/"));
}

async function failureAt(path: string): Promise<Auth0Error> {
  const request = new Request(`https://demo.eu.auth0.com/${path}`, { method: "POST" });
  return toAuth0Error(await getResponse(auth0.handlers, request));
}

// auth0-js itself needs a browser. The stories cover it there.
async function toAuth0Error(response: Response | undefined): Promise<Auth0Error> {
  if (!response?.status) return { error: "" };
  const { status, headers } = response;
  const json = headers.get("content-type")?.includes("json");
  const body = json ? ((await response.json()) as Record<string, string>) : {};
  return {
    error: "",
    code: body["error"],
    description: body["error_description"],
    statusCode: status,
    original: { response: { headers: Object.fromEntries(headers) } },
  };
}
