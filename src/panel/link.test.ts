import { describe, expect, test } from "vitest";
import { appLink, encodeValue, linkNamesIn, readLink, storyLink, toLinkParams, withLink } from "./link.ts";
import type { Selection } from "./selection.ts";

function query(selection: Selection, names = storyLink): string {
  return Array.from(toLinkParams(selection, names), ([name, value]) => `${name}=${encodeValue(value)}`).join("&");
}

test("a link is readable", () => {
  const activation = { use: "oauth-ro/password-leaked", delay: 800 };
  expect(query({ activations: [activation] })).toBe("auth0=oauth-ro/password-leaked&delay=800");
  expect(query({ activations: [activation] }, appLink)).toBe("auth0-scenario=oauth-ro/password-leaked&auth0-delay=800");
  expect(query({ activations: [] })).toBe("");
});

test("options of one of several scenarios begin with its number", () => {
  const activations = ["oauth-ro/wrong-password", { use: "oauth-ro/success", delay: 300 }];
  expect(query({ activations, cycle: ["oauth-ro"] })).toBe(
    "auth0=oauth-ro/wrong-password,oauth-ro/success&2-delay=300&cycle=oauth-ro",
  );
});

describe.each([storyLink, appLink])("with $ids", (names) => {
  const custom = { "oauth-ro": { mine: { status: 418, body: { error: 'a & b # "100%" + ü' } } } };
  test.each<Selection>([
    { activations: ["oauth-ro/user-blocked"] },
    { activations: [{ use: "oauth-ro/user-blocked", delay: "infinite" }] },
    { activations: [{ use: "oauth-ro/user-blocked", headers: { "retry-after": "5" } }, "passwordless-start/live"] },
    {
      activations: [
        { use: "a/b", params: { detail: "50%25 of 1 & 2 = #3, ü" }, delay: 0 },
        { use: "a/c", delay: 1.5 },
      ],
    },
    { activations: ["oauth-ro/mine"], cycle: ["oauth-ro"], scenarios: custom },
  ])("reads what it wrote: %j", (selection) => {
    const others = "?path=/story/a--b&id=a--b";
    expect(readLink(`${others}&${query(selection, names)}`, names)).toEqual(selection);
  });
});

test("reads a URL that Storybook has written again without encoding", () => {
  const selection = { activations: [{ use: "oauth-ro/bad-request", params: { detail: "a & b # 5%" } }] };
  const once = new URLSearchParams(query(selection));
  const again = Array.from(once, (pair) => pair.join("=")).join("&");
  expect(readLink(again, storyLink)).toEqual(selection);
});

test("a cycle is for the endpoints that it names, or for all of them", () => {
  const search = "?auth0=oauth-ro/a,passwordless-start/b";
  const both = ["oauth-ro", "passwordless-start"];
  expect(readLink(`${search}&cycle=true`, storyLink)?.cycle).toEqual(both);
  expect(readLink(`${search}&cycle=passwordless-start`, storyLink)?.cycle).toEqual(["passwordless-start"]);
  expect(readLink(`${search}&cycle=false`, storyLink)?.cycle).toBeUndefined();
});

test("an invalid delay stays, so that it is reported", () => {
  expect(readLink("?auth0=oauth-ro/live&delay=soon", storyLink)).toEqual({
    activations: [{ use: "oauth-ro/live", delay: "soon" }],
  });
});

test("takes ids from several parameters, and none from an empty one", () => {
  expect(readLink("?auth0-scenario=a/b, c/d&auth0-scenario=e/f,", appLink)).toEqual({
    activations: ["a/b", "c/d", "e/f"],
  });
  expect(readLink("?auth0=,&delay=5", storyLink)).toBeUndefined();
});

test("rejects custom scenarios that are not JSON", () => {
  expect(() => readLink("?auth0=oauth-ro/mine&scenarios={", storyLink)).toThrow(
    "Invalid custom scenarios in the URL: they are not JSON. Copy the link again.",
  );
});

test("finds the parameters that belong to it", () => {
  const search = "?path=/story/a&auth0=a/b,c/d&delay=5&2-delay=1&param-x=1&header-y=2&cycle=true&args=delay:1";
  expect(linkNamesIn(search, storyLink)).toEqual(["auth0", "delay", "2-delay", "param-x", "header-y", "cycle"]);
  expect(linkNamesIn("?delay=5", storyLink)).toEqual([]);
  expect(linkNamesIn("?delay=5&auth0-scenario=a/b&auth0-delay=1", appLink)).toEqual(["auth0-scenario", "auth0-delay"]);
});

test("puts a selection into a URL, and leaves other parameters as they are written", () => {
  const search = "?path=/story/a--b&auth0=a/b&args=x:%20y&delay=5&%ff=1";
  expect(withLink(search, { activations: ["c/d"] }, storyLink)).toBe("?path=/story/a--b&args=x:%20y&%ff=1&auth0=c/d");
  expect(withLink("?auth0-scenario=a/b&auth0-delay=5", { activations: [] }, appLink)).toBe("");
  expect(withLink("", { activations: ["a/b"] }, appLink)).toBe("?auth0-scenario=a/b");
});
