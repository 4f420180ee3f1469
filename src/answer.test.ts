import { mockAuth0 } from "auth0-msw";
import { describe, expect, test } from "vitest";
import { askValid, untypedMock } from "../tests/ask.ts";
import { mergeHeaders } from "./answer.ts";

test("headers are merged whatever their case, the later in place of the earlier", () => {
  const merged = mergeHeaders({ "retry-after": "30", a: "1" }, undefined, { "Retry-After": "5", "X-B": "2" });
  expect({ ...merged }).toEqual({ "retry-after": "5", a: "1", "x-b": "2" });
});

describe("headers of an activation", () => {
  test.each(["Retry-After", "retry-after", "RETRY-AFTER"])("%s overrides the scenario's own", async (name) => {
    const auth0 = mockAuth0();
    auth0.use("oauth-ro/too-many-requests", { headers: { [name]: "5" } });
    const { headers, call } = await askValid(auth0, "oauth-ro");
    expect(headers.get("retry-after")).toBe("5");
    expect(call.toJSON().response?.headers).toMatchObject({ "retry-after": "5" });
  });

  test.each(["oauth-ro/live", "oauth-ro/success", "oauth-ro/user-blocked"] as const)(
    "override the type of the content, once: %s",
    async (id) => {
      const auth0 = mockAuth0();
      auth0.use(id, { headers: { "Content-Type": "application/problem+json", "X-Own": "yes" } });
      const { headers } = await askValid(auth0, "oauth-ro");
      expect(headers.get("content-type")).toBe("application/problem+json");
      expect(headers.get("cache-control")).toBe("no-cache");
      expect(headers.get("x-own")).toBe("yes");
      expect(
        headers
          .get("access-control-expose-headers")
          ?.split(", ")
          .filter((name) => name === "content-type"),
      ).toEqual(["content-type"]);
    },
  );

  test("override those of the tenant's rate limit", async () => {
    const auth0 = mockAuth0({ tenant: { rateLimit: { limit: 10, windowSeconds: 60 } } });
    auth0.use("oauth-ro/live", { headers: { "X-RateLimit-Remaining": "0" } });
    expect((await askValid(auth0, "oauth-ro")).headers.get("x-ratelimit-remaining")).toBe("0");
  });
});

describe("a custom scenario", () => {
  test.each<[string, Record<string, unknown>, string, string | null]>([
    ["with only a status", { status: 418 }, "", null],
    ["with only an error", { status: 400, error: "odd" }, '{"error":"odd"}', "application/json; charset=utf-8"],
    [
      "with only a description",
      { status: 400, description: "odd" },
      '{"error_description":"odd"}',
      "application/json; charset=utf-8",
    ],
    ["with an object", { status: 200, body: { a: [1] } }, '{"a":[1]}', "application/json; charset=utf-8"],
    ["with a text", { status: 200, body: "hello" }, "hello", null],
  ])("%s", async (_case, scenario, body, type) => {
    const auth0 = untypedMock({ scenarios: { "oauth-ro": { own: scenario } } });
    (auth0.use as (id: string) => void)("oauth-ro/own");
    const { text, headers } = await askValid(auth0, "oauth-ro");
    expect(text).toBe(body);
    // A text without a type is `text/plain` to the Fetch Standard.
    expect(headers.get("content-type")?.includes("json") ? headers.get("content-type") : null).toBe(type);
    expect(headers.get("cache-control")).toBe("no-cache");
  });
});

test("an answer that is no JSON carries no JSON type", async () => {
  for (const { id, endpoint } of mockAuth0().scenarios.filter(({ error, status, kind }) => {
    return error === null && status !== null && kind !== "success";
  })) {
    const auth0 = mockAuth0();
    auth0.use(id);
    expect((await askValid(auth0, endpoint)).headers.get("content-type") ?? "none", id).not.toContain("json");
  }
});
