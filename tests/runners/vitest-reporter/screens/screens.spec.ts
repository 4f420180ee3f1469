// @vitest-environment jsdom
import type { ScenarioId } from "auth0-msw";
import { auth0, expect, test } from "../screens.ts";

/** A form that sets its message only when there is one. */
async function signIn(id: ScenarioId, message = ""): Promise<string> {
  document.body.innerHTML = "<button>Sign in</button><p role=alert></p>";
  auth0.use(id);
  await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" }).catch(() => {});
  const alert = document.querySelector("p") as HTMLElement;
  alert.textContent = message;
  return message;
}

test("says something", async () => {
  expect(await signIn("oauth-ro/user-blocked", "Ask your administrator.")).not.toBe("");
});

test("shows nothing, and fails", async () => {
  expect(await signIn("oauth-ro/user-blocked")).not.toBe("");
});

test("shows nothing without a network", async () => {
  await signIn("oauth-ro/network-error");
});

test("shows its own sentence, which is the API's too", async () => {
  await signIn("oauth-ro/wrong-password", "Wrong email or password.");
});
