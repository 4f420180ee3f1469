import { setupAuth0 } from "auth0-msw/vitest";
import { expect, test } from "vitest";
import { sendCode, signIn } from "./requests";

const auth0 = setupAuth0();

test("fails twice, then signs in", async () => {
  // #region sequence
  auth0.sequence(["oauth-ro/wrong-password", { use: "oauth-ro/network-error", delay: 300 }, "oauth-ro/success"]);
  // #endregion
  expect(await signIn()).toBe("Wrong email or password.");
  await expect(signIn()).rejects.toThrow();
  expect(await signIn()).toBe("signed in");
});

test("shows a loading state", async () => {
  // #region loading
  auth0.use("oauth-ro/live", { delay: "infinite" });
  const answer = signIn(); // The request waits, and your spinner spins.
  await auth0.waitForCall("oauth-ro");
  auth0.use("oauth-ro/live"); // The next switch lets the answer through.
  expect(await answer).toBe("signed in");
  // #endregion
});

test("sends what the endpoint needs", async () => {
  auth0.use("oauth-ro/user-blocked");
  // #region call
  await signIn();
  const call = await auth0.waitForCall("oauth-ro");
  expect(call.scenario).toBe("oauth-ro/user-blocked");
  expect(call.body).toMatchObject({ connection: "Username-Password-Authentication", password: "[masked]" });
  expect(await call.request.json()).toMatchObject({ password: "correct-horse-battery" });
  // #endregion
});

test("signs in with a code", async () => {
  // #region inbox
  await sendCode("ada@example.com");
  const code = auth0.inbox.latest("ada@example.com")?.code ?? "";
  expect(await signIn({ connection: "email", password: code })).toBe("signed in");
  // #endregion
});

test("sets the text of an answer", async () => {
  // #region params
  auth0.use("passwordless-start/sms-provider-error", {
    params: { code: 21610, message: "Unsubscribed recipient" },
    delay: 800,
  });
  // #endregion
  expect(await sendCode("ada@example.com")).toBe("Unsubscribed recipient (Code: 21610)");
});

test("follows what happens", async () => {
  const seen: string[] = [];
  // #region subscribe
  const unsubscribe = auth0.subscribe((event) => {
    if (event.type === "call") seen.push(event.call.scenario);
  });
  // #endregion
  await signIn();
  unsubscribe();
  await signIn();
  expect(seen).toEqual(["oauth-ro/success"]);
});
