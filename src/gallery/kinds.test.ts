import { mockAuth0 } from "auth0-msw";
import { expect, test } from "vitest";
import { firstKinds, kindsOf, scenariosOf } from "./kinds.ts";

const { scenarios } = mockAuth0({ scenarios: { "oauth-ro": { maintenance: { status: 503 } } } });

test("the first view has the documented and observed failures, and the user’s own scenarios", () => {
  expect(scenariosOf(scenarios, "oauth-ro", firstKinds)).toHaveLength(34);
  expect(scenariosOf(scenarios, "oauth-ro", firstKinds).at(-1)?.id).toBe("oauth-ro/maintenance");
});

test("scenarios without a response come last", () => {
  expect(scenariosOf(scenarios, "oauth-ro", ["success", "transport"]).map(({ status }) => status)).toEqual([
    200,
    502,
    null,
    null,
  ]);
});

test("only groups that exist can be chosen", () => {
  expect(kindsOf(scenarios, "oauth-ro")).toContain("your own");
  expect(kindsOf(scenarios, "passwordless-start")).not.toContain("your own");
});
