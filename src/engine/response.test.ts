import { mockAuth0 } from "auth0-msw";
import { getResponse } from "msw";
import { describe, expect, test } from "vitest";
import { sendRequest, sendValid, untypedMock } from "../../tests/helpers/ask.ts";

describe("headers of an activation", () => {
  test.each(["Retry-After", "retry-after", "RETRY-AFTER"])("%s overrides the scenario's own", async (name) => {
    const auth0 = mockAuth0();
    auth0.use("oauth-ro/too-many-requests", { headers: { [name]: "5" } });
    const { headers, call } = await sendValid(auth0, "oauth-ro");
    expect(headers.get("retry-after")).toBe("5");
    expect(call.toJSON().response?.headers).toMatchObject({ "retry-after": "5" });
  });

  test.each(["oauth-ro/live", "oauth-ro/success", "oauth-ro/user-blocked"] as const)(
    "replace the content type: %s",
    async (id) => {
      const auth0 = mockAuth0();
      auth0.use(id, { headers: { "Content-Type": "application/problem+json", "X-Own": "yes" } });
      const { headers } = await sendValid(auth0, "oauth-ro");
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

  test("replace those of the tenant's rate limit", async () => {
    const auth0 = mockAuth0({ tenant: { rateLimit: { limit: 10, windowSeconds: 60 } } });
    auth0.use("oauth-ro/live", { headers: { "X-RateLimit-Remaining": "0" } });
    expect((await sendValid(auth0, "oauth-ro")).headers.get("x-ratelimit-remaining")).toBe("0");
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
    const { text, headers } = await sendValid(auth0, "oauth-ro");
    expect(text).toBe(body);
    // The Fetch Standard makes a text without a type `text/plain`.
    expect(headers.get("content-type")?.includes("json") ? headers.get("content-type") : null).toBe(type);
    expect(headers.get("cache-control")).toBe("no-cache");
  });
});

test("a response that is not JSON has no JSON content type", async () => {
  for (const { id, endpoint } of mockAuth0().scenarios.filter(({ error, status, kind }) => {
    return error === null && status !== null && kind !== "success";
  })) {
    const auth0 = mockAuth0();
    auth0.use(id);
    expect((await sendValid(auth0, endpoint)).headers.get("content-type") ?? "none", id).not.toContain("json");
  }
});

describe("across origins", () => {
  const origin = "https://app.example.com";

  test("allows the origin of the request, with credentials", async () => {
    const { headers } = await sendValid(mockAuth0(), "oauth-ro", {}, { headers: { origin } });
    expect(headers.get("access-control-allow-origin")).toBe(origin);
    expect(headers.get("access-control-allow-credentials")).toBe("true");
    expect(headers.get("vary")).toBe("Origin");
    expect(headers.get("access-control-expose-headers")).toBe("content-type, cache-control");
  });

  test("allows all origins when the request has none", async () => {
    const { headers } = await sendValid(mockAuth0(), "oauth-ro");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.has("access-control-allow-credentials")).toBe(false);
    expect(headers.has("vary")).toBe(false);
  });

  test.each([
    ["auth0-client, x-request-language", "auth0-client, x-request-language"],
    [undefined, "*"],
  ])("a preflight allows the requested headers: %s", async (requested, allowed) => {
    const auth0 = mockAuth0();
    const headers = { origin, ...(requested && { "access-control-request-headers": requested }) };
    const request = new Request("https://demo.eu.auth0.com/oauth/ro", { method: "OPTIONS", headers });
    const response = await getResponse(auth0.handlers, request);
    expect(response?.status).toBe(204);
    expect(response?.headers.get("access-control-allow-origin")).toBe(origin);
    expect(response?.headers.get("access-control-allow-headers")).toBe(allowed);
    expect(response?.headers.get("access-control-allow-methods")).toBe("GET, HEAD, POST, PUT, PATCH, DELETE");
    expect(auth0.calls()).toEqual([]);
  });
});

describe("the content-length of a response", () => {
  test.each([204, 205, 304])("is omitted for status %i, which has no body", async (status) => {
    const auth0 = untypedMock({ scenarios: { "oauth-ro": { own: { status, body: "none of this" } } } });
    (auth0.use as (id: string) => void)("oauth-ro/own");
    const { status: got, text, headers } = await sendValid(auth0, "oauth-ro");
    expect([got, text]).toEqual([status, ""]);
    expect(headers.has("content-length")).toBe(false);
  });

  test("is omitted for HEAD", async () => {
    const { text, headers } = await sendRequest(mockAuth0(), "oauth-ro", "", { method: "HEAD" });
    expect(text).toBe("");
    expect(headers.has("content-length")).toBe(false);
  });

  test("is its number of bytes", async () => {
    const auth0 = mockAuth0();
    auth0.use("oauth-ro/password-leaked");
    const { text, headers } = await sendValid(auth0, "oauth-ro");
    expect(text).toContain("’");
    expect(headers.get("content-length")).toBe(String(new TextEncoder().encode(text).length));
  });

  test.each(["content-length", "Transfer-Encoding"])("is replaced by your own %s", async (name) => {
    const auth0 = mockAuth0();
    auth0.use("oauth-ro/user-blocked", { headers: { [name]: "7" } });
    const { headers } = await sendValid(auth0, "oauth-ro");
    expect(headers.get("content-length")).toBe(name === "content-length" ? "7" : null);
  });

  test("is sent beside headers with similar names", async () => {
    const auth0 = mockAuth0();
    auth0.use("oauth-ro/user-blocked", { headers: { "x-content-length": "7", "content-length-hint": "7" } });
    expect(Number((await sendValid(auth0, "oauth-ro")).headers.get("content-length"))).toBeGreaterThan(7);
  });
});
