import { mockAuth0 } from "auth0-msw";
import { getResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";

const url = "https://demo.auth0.com/oauth/ro";
const auth0 = mockAuth0({
  scenarios: { "oauth-ro": { greeting: { status: 403, error: "nein", description: "Grüße an 👋 {name}" } } },
});
const server = setupServer(...auth0.handlers);
beforeAll(() => server.listen());
afterAll(() => server.close());

test("a response has its content-length in bytes", async () => {
  auth0.use("oauth-ro/greeting", { params: { name: "Zoë" } });
  const response = await fetch(url, { method: "POST" });
  const bytes = new TextEncoder().encode('{"error":"nein","error_description":"Grüße an 👋 Zoë"}');
  expect(response.headers.get("content-length")).toBe(String(bytes.length));
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
});

test("a response without a body has no content-length", async () => {
  auth0.use("oauth-ro/greeting");
  const response = await fetch(url, { method: "HEAD" });
  expect([response.status, response.headers.get("content-length")]).toEqual([403, null]);
});

test.each([
  ["content-length", { "Content-Length": "5" }, "5"],
  ["transfer-encoding", { "Transfer-Encoding": "chunked" }, null],
])("the %s that a scenario sets is not changed", async (_name, headers, expected) => {
  auth0.use("oauth-ro/greeting", { headers });
  const response = await getResponse(auth0.handlers, new Request(url, { method: "POST" }));
  expect(response?.headers.get("content-length")).toBe(expected);
});
