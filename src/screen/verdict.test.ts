import { expect, test } from "vitest";
import type { Observation } from "./observer.ts";
import { mockAuth0 } from "auth0-msw";
import { fitDescriptions } from "./fit-descriptions.ts";
import { judge } from "./verdict.ts";

const answer = { error: "invalid_user_password", description: "Wrong email or password." };

function observed(text: string, more: Partial<Observation> = {}): Observation {
  return { said: text === "" ? [] : [{ text, announced: "alert" }], isBusy: false, canGoOn: true, ...more };
}

test("a sentence of its own, announced, is right", () => {
  expect(judge(observed("That email and password don’t match."), answer)).toEqual({
    verdict: "says",
    sentence: "That email and password don’t match.",
    why: "It is visible and announced.",
  });
});

test("a screen that shows nothing new is silent", () => {
  expect(judge(observed(""), answer)).toEqual({ verdict: "silent", sentence: "", why: "Nothing visible changed." });
  expect(judge(observed("", { isBusy: true, canGoOn: false }), answer)).toMatchObject({
    verdict: "silent",
    why: "The screen still waits: it shows nothing else.",
  });
});

test.each(["Loading…", "Please wait...", "Signing you in…"])("a screen that says only %j is silent", (text) => {
  expect(judge(observed(text, { canGoOn: false }), answer)).toMatchObject({
    verdict: "silent",
    why: "The screen still waits: it shows nothing else.",
  });
});

test.each(["Please wait a minute before you try again", "Loading failed", "Sending the code failed."])(
  "%s is a message",
  (text) => {
    expect(judge(observed(text), answer).verdict).toBe("says");
  },
);

test("a screen that still has its button disabled is silent, and says so", () => {
  expect(judge(observed("", { canGoOn: false }), answer)).toMatchObject({
    verdict: "silent",
    why: "Nothing visible changed, and no button can be pressed.",
  });
});

test("a component that throws is silent, whatever it said before", () => {
  expect(judge(observed("Wrong.", { thrown: "x is not a function\n  at submit" }), answer)).toMatchObject({
    verdict: "silent",
    why: "The component threw: x is not a function.",
  });
});

test("a page that is left is unseen, unless it said something before", () => {
  expect(judge(observed("", { leftFor: "https://app.example/blocked" }), answer)).toEqual({
    verdict: "unseen",
    sentence: "",
    why: "The page was left for https://app.example/blocked before it showed anything.",
  });
  expect(judge(observed("", { leftFor: "" }), answer).why).toBe("The page was left before it showed anything.");
  expect(judge(observed("Wrong.", { leftFor: "", canGoOn: false }), answer).verdict).toBe("says");
});

test.each([
  ["Error: invalid_user_password", 'It shows the error code "invalid_user_password".'],
  ["Something failed: [object Object]", 'It shows "[object Object]".'],
  ["undefined", 'It shows "undefined".'],
  ['{"error":"x"}', "It shows JSON."],
  ["TypeError: Failed to fetch", "It shows an exception."],
  ["Failed to fetch", "It shows an exception."],
  ["Request failed with status code 401", "It shows the HTTP status."],
  ["Sign-in failed with 503", "It shows the HTTP status."],
  ["Error 500", "It shows the HTTP status."],
  ["/oauth/ro: 401 Unauthorized", "It shows the HTTP status."],
  ["fetch failed", "It shows an exception."],
  ["Please report this: {}", "It shows JSON."],
  ["401", "It shows the HTTP status."],
  ["signIn.errors.unauthorized", "It shows the key of a text that is missing."],
  ["auth:errors.unauthorized", "It shows the key of a text that is missing."],
  ["ERROR_UNAUTHORIZED", "It shows the key of a text that is missing."],
  ["<!DOCTYPE html><h1>502</h1>", "It shows HTML."],
  ["null", 'It shows "null".'],
  ["Cannot read properties of null (reading 'focus')", "It shows an exception."],
])("%s is raw", (text, why) => {
  expect(judge(observed(text), answer)).toMatchObject({ verdict: "raw", why });
});

test("the description is raw, also with other words around it and in another case", () => {
  const given = { error: "unauthorized", description: "user is blocked" };
  expect(judge(observed("Sorry. User is blocked!"), given)).toMatchObject({
    verdict: "raw",
    why: "It shows the description as the API sent it.",
  });
});

test.each(Object.keys(fitDescriptions))("a screen may say %s", (description) => {
  expect(judge(observed(`Sorry. ${description}`), { error: null, description }).verdict).toBe("says");
});

test("the descriptions that a screen may show are those of the catalog", async () => {
  const auth0 = mockAuth0();
  const sent = new Set(
    auth0.scenarios.map(({ description, params }) =>
      (description ?? "").replaceAll(/\{(\w+)\}/g, (_, name: string) => `${params[name]?.default as string | number}`),
    ),
  );
  expect(Object.keys(fitDescriptions).filter((description) => !sent.has(description))).toEqual([]);
});

test.each([
  ["You are unauthorized to sign in here.", { error: "unauthorized", description: "user is blocked" }],
  ["An error occurred. Try again.", answer],
  ["Call 555 0100 if this happens again.", answer],
  ["status.example.com", answer],
  ["Error: that password is wrong.", answer],
  ["Unauthorized people can’t sign in here.", { error: "unauthorized", description: "Unauthorized" }],
  ["We can’t reach the server. Check your connection.", { error: null, description: null }],
])("%s is not raw", (text, given) => {
  expect(judge(observed(text), given).verdict).toBe("says");
});

test("one word is raw only if nothing else is said", () => {
  const given = { error: "unauthorized", description: "Unauthorized" };
  expect(judge(observed("Unauthorized"), given).verdict).toBe("raw");
  expect(judge(observed("Forbidden."), { error: null, description: "Forbidden" }).verdict).toBe("raw");
});

test("a screen where nothing can be pressed is a dead end", () => {
  expect(judge(observed("Try later.", { canGoOn: false }), answer)).toMatchObject({ verdict: "dead end" });
});

test("a text that is not announced says why", () => {
  expect(judge(observed("", { said: [{ text: "Wrong." }] }), answer)).toMatchObject({
    verdict: "not announced",
    why: expect.stringContaining("no live region"),
  });
  expect(judge(observed("", { said: [{ text: "Wrong.", isLate: true }] }), answer)).toMatchObject({
    verdict: "not announced",
    why: expect.stringContaining("not there before the text"),
  });
  expect(judge(observed("", { said: [{ text: "Wrong.", isLate: true, isConcealed: true }] }), answer)).toMatchObject({
    verdict: "not announced",
    why: expect.stringContaining("aria-hidden"),
  });
});

test("a text that disappears again is said, with that note", () => {
  const said = [{ text: "Wrong.", announced: "status", isGone: true }] as const;
  expect(judge(observed("", { said }), answer)).toMatchObject({
    verdict: "says",
    why: "It was announced, but it disappeared again.",
  });
});
