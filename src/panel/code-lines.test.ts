import { expect, test } from "vitest";
import { codeLines } from "./code-lines.ts";

test("writes a scenario without options as a string", () => {
  expect(codeLines({ use: "oauth-ro/user-blocked" })).toEqual([
    { place: "Test", code: 'auth0.use("oauth-ro/user-blocked");' },
    { place: "Story", code: 'parameters: { auth0: "oauth-ro/user-blocked" }' },
    { place: "URL", code: "?auth0-scenario=oauth-ro/user-blocked" },
  ]);
});

test("writes params and delay as an object literal", () => {
  const params = { code: 21610, "full name": 'Ada "the first"\n' };
  const lines = codeLines({ use: "oauth-ro/own", params, delay: "infinite" });
  const written = String.raw`params: { code: 21610, "full name": "Ada \"the first\"\n" }, delay: "infinite"`;
  expect(lines[0]?.code).toBe(`auth0.use("oauth-ro/own", { ${written} });`);
  expect(lines[1]?.code).toBe(`parameters: { auth0: { use: "oauth-ro/own", ${written} } }`);
});

test("escapes a name in a URL", () => {
  expect(codeLines({ use: "oauth-ro/a&b, c" })[2]?.code).toBe("?auth0-scenario=oauth-ro/a%26b%2C%20c");
});
