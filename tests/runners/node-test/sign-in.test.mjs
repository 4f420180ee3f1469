import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { auth0 } from "./auth0-mock.mjs";

function signIn(username = "ada@example.com") {
  return fetch("https://demo.eu.auth0.com/oauth/ro", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_id: "demo-client",
      grant_type: "password",
      username,
      password: "correct-horse-battery",
      connection: "Username-Password-Authentication",
      scope: "openid",
    }),
  });
}

it("signs Ada in with the live tenant", async () => {
  const { id_token: idToken } = await (await signIn()).json();
  assert.match(idToken, /^ey/);
});

it("answers with the failure that a request provokes", async () => {
  const response = await signIn("blocked@example.com");
  assert.equal(response.status, 401);
  assert.equal((await response.json()).error_description, "user is blocked");
});

for (const { id, status } of auth0.failures("oauth-ro")) {
  it(`answers with ${id}`, async () => {
    auth0.use(id);
    assert.equal((await signIn()).status, status);
  });
}

it("starts fresh with every test", () => {
  assert.equal(auth0.active("oauth-ro"), "oauth-ro/live");
  assert.deepEqual(auth0.calls(), []);
});

describe("concurrent tests", { concurrency: true }, () => {
  for (const { id, status } of auth0.failures("oauth-ro")) {
    it(`answers concurrently with ${id}`, async () => {
      auth0.use(id);
      for (let n = 1; n <= 5; n += 1) assert.equal((await signIn()).status, status);
      assert.equal(auth0.calls().length, 5);
    });
  }
});

it("ends with a pending request", async () => {
  auth0.use("oauth-ro/no-response");
  void signIn().catch(() => {});
  await auth0.waitForCall("oauth-ro");
});
