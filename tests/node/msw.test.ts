import { mockAuth0 } from "auth0-msw";
import { getResponse, http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { expect, test } from "vitest";

const post = (url: string, init?: RequestInit) => new Request(url, { method: "POST", ...init });

test("server.resetHandlers() keeps the switched-on scenarios", async () => {
  const auth0 = mockAuth0();
  const server = setupServer(...auth0.handlers);
  server.listen();
  auth0.use("oauth-ro/user-blocked");
  server.resetHandlers();
  expect((await fetch("https://demo.auth0.com/oauth/ro", { method: "POST" })).status).toBe(401);
  server.close();
});

test("mocks with different domains are independent", async () => {
  const [one, two] = [mockAuth0({ domain: "one.auth0.com" }), mockAuth0({ domain: "two.auth0.com:8443" })];
  const handlers = [...one.handlers, ...two.handlers];
  one.use("oauth-ro/user-blocked");
  two.use("oauth-ro/access-denied");
  expect((await getResponse(handlers, post("https://one.auth0.com/oauth/ro")))?.status).toBe(401);
  expect((await getResponse(handlers, post("https://two.auth0.com:8443/oauth/ro?a=b")))?.status).toBe(403);
  expect(await getResponse(handlers, post("https://two.auth0.com/oauth/ro"))).toBeUndefined();
  expect(await getResponse(handlers, post("https://oneXauth0.com/oauth/ro"))).toBeUndefined();
  expect([one.calls().length, two.calls().length]).toEqual([1, 1]);
});

test("other requests are not handled", async () => {
  const auth0 = mockAuth0();
  const handlers = [...auth0.handlers, http.all("*", () => new HttpResponse("other"))];
  for (const url of [
    "https://demo.auth0.com/oauth/token",
    "https://demo.auth0.com/oauth/ro/more",
    "https://demo.auth0.com/api/oauth/ro",
    "https://demo.auth0.com/?next=/oauth/ro",
    "https://demo.auth0.com/passwordless/verify",
  ]) {
    expect(await (await getResponse(handlers, post(url)))?.text()).toBe("other");
  }
  expect(auth0.calls()).toEqual([]);
});

test("a preflight is answered, but is not a call and uses up no one-shot", async () => {
  const auth0 = mockAuth0();
  auth0.once("oauth-ro/access-denied");
  const headers = {
    origin: "https://app.example.com",
    "access-control-request-method": "POST",
    "access-control-request-headers": "auth0-client, x-request-language",
  };
  const preflight = await getResponse(
    auth0.handlers,
    post("https://demo.auth0.com/oauth/ro", { method: "OPTIONS", headers }),
  );
  expect(preflight?.status).toBe(204);
  expect(Object.fromEntries(preflight?.headers ?? [])).toMatchObject({
    "access-control-allow-origin": "https://app.example.com",
    "access-control-allow-credentials": "true",
    "access-control-allow-headers": "auth0-client, x-request-language",
    "access-control-allow-methods": expect.stringContaining("POST"),
  });
  expect(auth0.calls()).toEqual([]);

  const answer = await getResponse(auth0.handlers, post("https://demo.auth0.com/oauth/ro", { headers }));
  expect(answer?.status).toBe(403);
  expect(answer?.headers.get("access-control-allow-origin")).toBe("https://app.example.com");
});

test("the response exposes its headers to other origins", async () => {
  const auth0 = mockAuth0();
  auth0.use("oauth-ro/too-many-requests", { headers: { "x-trace": "1" } });
  const answer = await getResponse(auth0.handlers, post("https://demo.auth0.com/oauth/ro"));
  const exposed = answer?.headers.get("access-control-expose-headers")?.split(", ");
  expect(exposed).toEqual(expect.arrayContaining(["retry-after", "x-ratelimit-limit", "x-ratelimit-reset", "x-trace"]));
});

test("a HEAD request gets only the status and headers", async () => {
  const auth0 = mockAuth0();
  const answer = await getResponse(auth0.handlers, post("https://demo.auth0.com/oauth/ro", { method: "HEAD" }));
  expect([answer?.status, await answer?.text(), answer?.headers.get("allow")]).toEqual([405, "", "POST"]);
});

test("the newest thousand calls and messages are kept", async () => {
  const auth0 = mockAuth0();
  const body = JSON.stringify(auth0.scenarios.find(({ id }) => id === "passwordless-start/success")?.example?.body);
  const headers = { "content-type": "application/json" };
  for (let n = 1; n <= 1010; n += 1) {
    await getResponse(auth0.handlers, post("https://demo.auth0.com/passwordless/start", { body, headers }));
  }
  expect(auth0.calls()).toHaveLength(1000);
  expect(auth0.calls().at(0)?.n).toBe(11);
  expect(auth0.calls().at(-1)?.n).toBe(1010);
  expect(auth0.inbox.messages).toHaveLength(1000);
});
