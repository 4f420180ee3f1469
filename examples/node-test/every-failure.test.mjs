import assert from "node:assert/strict";
import { test } from "node:test";
import { auth0 } from "./auth0-mock.mjs";
import { signIn } from "./sign-in.mjs";

for (const { id } of auth0.failures("oauth-ro")) {
  test(`rejects with ${id}`, async () => {
    auth0.use(id);
    await assert.rejects(signIn("ada@example.com", "correct-horse-battery"));
  });
}
