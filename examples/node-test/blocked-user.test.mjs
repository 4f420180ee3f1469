import assert from "node:assert/strict";
import { test } from "node:test";
import { auth0 } from "./auth0-mock.mjs";
import { signIn } from "./sign-in.mjs";

test("rejects a blocked user", async () => {
  auth0.use("oauth-ro/user-blocked");
  await assert.rejects(signIn("ada@example.com", "correct-horse-battery"), { message: "user is blocked" });
});

test("signs Ada in", async () => {
  const { id_token } = await signIn("ada@example.com", "correct-horse-battery");
  assert.match(id_token, /^ey/);
});
