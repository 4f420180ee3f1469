import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRegistry } from "./registry.ts";
import { checkKeys, nearestName, unknownName } from "./unknown-name.ts";

const ids = [...createRegistry({}).entries.map(({ id }) => id), "oauth-ro/live", "passwordless-start/live"];

describe("the nearest id", () => {
  test.each<[string, string | undefined]>([
    ["oauth-ro/user-bloked", "oauth-ro/user-blocked"],
    ["user-blocked", "oauth-ro/user-blocked"],
    ["invalid-email", "passwordless-start/invalid-email"],
    ["oauth-ro/blocked", "oauth-ro/user-blocked"],
    ["passwordless-start/blocked", "passwordless-start/user-blocked"],
    ["oauth-ro/invalid-email", "passwordless-start/invalid-email"],
    ["passwordless-start/password-leaked", "oauth-ro/password-leaked"],
    ["oauth/user-blocked", "oauth-ro/user-blocked"],
    ["passwordless/user-blocked", "passwordless-start/user-blocked"],
    ["OAUTH-RO/USER-BLOCKED", "oauth-ro/user-blocked"],
    ["oauth-ro/user blocked", "oauth-ro/user-blocked"],
    ["oauth_ro/user_blocked", "oauth-ro/user-blocked"],
    [" oauth-ro/live ", "oauth-ro/live"],
    ["zzzzzzz", undefined],
    ["oauth-ro/zzzzzzz", undefined],
    ["constructor", undefined],
    ["__proto__", undefined],
    ["", undefined],
    ["oauth-ro/", undefined],
    [`oauth-ro/user-blocked${"d".repeat(100)}`, undefined],
  ])("for %j is %j", (given, nearest) => {
    expect(nearestName(given, ids)).toBe(nearest);
  });

  test("for an id with one typo is that id", () => {
    const letter = fc.constantFrom(...Array.from("abcdefghijklmnopqrstuvwxyz-/ "));
    const typo = fc.constantFrom("lost", "added", "wrong", "swapped");
    fc.assert(
      fc.property(fc.constantFrom(...ids), typo, fc.nat(), letter, (id, kind, at, added) => {
        const index = at % id.length;
        const [before, here, next, after] = [id.slice(0, index), id[index], id[index + 1] ?? "", id.slice(index + 2)];
        const written = {
          lost: before + next + after,
          added: before + added + here + next + after,
          wrong: before + added + next + after,
          swapped: before + next + here + after,
        }[kind];
        fc.pre(!ids.includes(written));
        expect(nearestName(written, ids)).toBe(id);
      }),
      { seed: 10, numRuns: 1000 },
    );
  });
});

test("does not compare very long names", () => {
  const long = "x".repeat(100);
  expect(nearestName(long.slice(1), [long])).toBe(long);
  expect(nearestName(`${long}x`, [long])).toBeUndefined();
});

describe("the nearest key", () => {
  const keys = ["domain", "tenant", "scenarios", "delay", "seed", "phoneNumbers"];

  test.each<[string, string | undefined]>([
    ["doman", "domain"],
    ["dealy", "delay"],
    ["sede", "seed"],
    ["scenario", "scenarios"],
    ["phone_numbers", "phoneNumbers"],
    ["headers", undefined],
    ["x", undefined],
  ])("for %j is %j", (given, nearest) => {
    expect(nearestName(given, keys)).toBe(nearest);
  });
});

test("names what is unknown, where, and the nearest name", () => {
  expect(unknownName("param", "cod", ["code"], ' of "x"')).toEqual(
    new TypeError('Unknown param "cod" of "x". Did you mean "code"?'),
  );
  expect(unknownName("param", "zzzzzzz", ["code"])).toEqual(new TypeError('Unknown param "zzzzzzz".'));
  expect(unknownName("scenario", null, ["code"])).toEqual(new TypeError("Unknown scenario: got null. Give a name."));
  expect(unknownName("scenario", "x".repeat(1000), ["code"]).message).toHaveLength(121);
});

test("rejects the first unknown key, including names of the object prototype", () => {
  expect(() => checkKeys("option", { delay: 1, dealy: 2 }, ["delay"])).toThrow('Unknown option "dealy".');
  expect(() => checkKeys("option", JSON.parse('{"__proto__":1}') as object, ["delay"])).toThrow("__proto__");
  expect(() => checkKeys("option", { delay: undefined }, ["delay"])).not.toThrow();
});
