import assert from "node:assert/strict";
import { afterEach, before, beforeEach, describe, it, test } from "node:test";
import { auth0 } from "./auth0-mock.mjs";
import { signIn } from "./sign-in.mjs";

function signInAsAda() {
  return signIn("ada@example.com", "correct-horse-battery");
}

test("a test with its own switches", async () => {
  auth0.use("oauth-ro/user-blocked");
  await assert.rejects(signInAsAda());
  assert.equal(auth0.calls().length, 1);
});

test("a test after it", () => {
  assert.equal(auth0.active("oauth-ro"), "oauth-ro/live");
  assert.deepEqual(auth0.calls(), []);
});

test("a test with a subtest", async (t) => {
  auth0.use("oauth-ro/password-leaked");
  await t.test("starts with the switches around it, and keeps its own", () => {
    assert.equal(auth0.active("oauth-ro"), "oauth-ro/password-leaked");
    auth0.use("oauth-ro/access-denied");
  });
  assert.equal(auth0.active("oauth-ro"), "oauth-ro/password-leaked");
});

describe("a suite", () => {
  before(() => auth0.use("oauth-ro/invalid-grant"));
  for (const name of ["one", "two"]) {
    it(`starts with the switches of before(): ${name}`, () => {
      assert.equal(auth0.active("oauth-ro"), "oauth-ro/invalid-grant");
      auth0.use("oauth-ro/wrong-password");
    });
  }
});

describe("concurrent tests", { concurrency: 8 }, () => {
  const failures = Object.fromEntries(auth0.failures("oauth-ro").map((failure) => [failure.id, failure]));
  beforeEach((t) => auth0.use(t.name));
  afterEach(() => assert.equal(auth0.calls().length, 3));
  for (const id of Object.keys(failures)) {
    it(id, async () => {
      for (let n = 1; n <= 3; n += 1) await assert.rejects(signInAsAda());
      assert.deepEqual(new Set(auth0.calls().map(({ scenario }) => scenario)), new Set([id]));
    });
  }
});

test("a test that fails on purpose", async () => {
  auth0.use("passwordless-start/invalid-email");
  await fetch("https://demo.eu.auth0.com/passwordless/start", { method: "POST" });
  assert.fail("on purpose");
});
