import { expect, test } from "vitest";
import { byEndpoint, merged, without } from "./selection.ts";

const custom = { "oauth-ro": { mine: { status: 418 }, unused: { status: 500 } } };

test("a selection replaces that of its endpoints", () => {
  const before = { activations: ["oauth-ro/user-blocked", "oauth-ro/success", "passwordless-start/live"] };
  expect(merged(before, { activations: ["oauth-ro/password-leaked"] })).toEqual({
    activations: ["passwordless-start/live", "oauth-ro/password-leaked"],
  });
});

test("a cycle stays while its endpoint does", () => {
  const before = { activations: ["oauth-ro/a", "oauth-ro/b"], cycle: ["oauth-ro"] };
  expect(merged(before, { activations: ["passwordless-start/live"] }).cycle).toEqual(["oauth-ro"]);
  expect(merged(before, { activations: ["oauth-ro/c"] }).cycle).toBeUndefined();
});

test("only the custom scenarios that are named stay", () => {
  const both = merged(
    { activations: ["oauth-ro/mine"], scenarios: custom },
    { activations: ["passwordless-start/own"] },
  );
  expect(both.scenarios).toEqual({ "oauth-ro": { mine: { status: 418 } } });
  expect(without(both, "oauth-ro")).toEqual({ activations: ["passwordless-start/own"] });
  expect(without(both, undefined)).toEqual({ activations: [] });
});

test("a selection splits into one for each endpoint", () => {
  const activations = ["oauth-ro/mine", { use: "passwordless-start/live", delay: 5 }, "oauth-ro/success"];
  expect(byEndpoint({ activations, cycle: ["passwordless-start"], scenarios: custom })).toEqual([
    {
      activations: ["oauth-ro/mine", "oauth-ro/success"],
      scenarios: { "oauth-ro": { mine: { status: 418 } } },
    },
    { activations: [{ use: "passwordless-start/live", delay: 5 }], cycle: ["passwordless-start"] },
  ]);
});
