import { expect, test } from "vitest";
import { codeLines, scenariosCode } from "./code-lines.ts";

function linesOf(selection: Parameters<typeof codeLines>[0]): string[] {
  return codeLines(selection, "the link").map(({ code }) => code);
}

test("writes a scenario without options as a string", () => {
  expect(codeLines({ activations: ["oauth-ro/user-blocked"] }, "https://a.example")).toEqual([
    { place: "Test", code: 'auth0.use("oauth-ro/user-blocked");' },
    { place: "Story", code: 'parameters: { auth0: "oauth-ro/user-blocked" }' },
    { place: "Link", code: "https://a.example" },
  ]);
});

test("writes params and delay as an object literal", () => {
  const params = { code: 21610, "full name": 'Ada "the first"\n' };
  const [inTest, inStory] = linesOf({ activations: [{ use: "oauth-ro/own", params, delay: "infinite" }] });
  const written = String.raw`params: { code: 21610, "full name": "Ada \"the first\"\n" }, delay: "infinite"`;
  expect(inTest).toBe(`auth0.use("oauth-ro/own", { ${written} });`);
  expect(inStory).toBe(`parameters: { auth0: { use: "oauth-ro/own", ${written} } }`);
});

test("writes several scenarios as a sequence", () => {
  const activations = ["oauth-ro/wrong-password", { use: "oauth-ro/success", delay: 300 }];
  const written = '["oauth-ro/wrong-password", { use: "oauth-ro/success", delay: 300 }]';
  expect(linesOf({ activations }).slice(0, 2)).toEqual([
    `auth0.sequence(${written});`,
    `parameters: { auth0: { sequence: ${written} } }`,
  ]);
  expect(linesOf({ activations, cycle: ["oauth-ro"] }).slice(0, 2)).toEqual([
    `auth0.sequence(${written}, { cycle: true });`,
    `parameters: { auth0: { sequence: ${written}, cycle: true } }`,
  ]);
});

test("writes custom scenarios with each property on its own line", () => {
  const scenarios = { "oauth-ro": { mine: { status: 418, headers: {}, body: { error: "x", list: [1, null] } } } };
  expect(scenariosCode({ activations: [], scenarios })).toBe(
    `
mockAuth0({ scenarios: {
  "oauth-ro": {
    mine: {
      status: 418,
      headers: {},
      body: {
        error: "x",
        list: [1, null],
      },
    },
  },
} })`.trim(),
  );
});
