import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { JSDOM } from "jsdom";
import { setupAuth0 } from "auth0-msw/node-test";

const { document, Element, HTMLElement, MutationObserver, Node } = new JSDOM("<body></body>").window;
Object.assign(globalThis, { window: document.defaultView, document, Element, HTMLElement, MutationObserver, Node });

const auth0 = setupAuth0({}, { screen: true });

beforeEach(() => (document.body.innerHTML = "<button>Sign in</button><p role=alert></p>"));
afterEach(() => document.body.replaceChildren());

async function signIn(message) {
  await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" });
  await new Promise(setImmediate);
  document.querySelector("p").textContent = message;
}

test("says", async () => {
  auth0.use("oauth-ro/user-blocked");
  await signIn("Ask your administrator.");
  const { verdict, sentence } = auth0.screen();
  assert.deepEqual([verdict, sentence], ["says", "Ask your administrator."]);
});

test("fails, and is silent", async () => {
  auth0.use("oauth-ro/mfa-required");
  await signIn("");
  assert.fail("on purpose");
});

test("is silent", async () => {
  auth0.use("oauth-ro/access-denied");
  await signIn("");
});
