import { afterEach, expect, test, vi } from "vitest";
import { auth0 } from "./auth0";
import { sendCode, signIn } from "./requests";

afterEach(() => {
  vi.useRealTimers();
});

// #region delay
test("an answer of 800 ms takes no time", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  auth0.use("oauth-ro/user-blocked", { delay: 800 });

  const answer = signIn("Username-Password-Authentication", "correct-horse-battery");
  await auth0.waitForCall("oauth-ro"); // the request has arrived, and waits
  vi.advanceTimersByTime(800);

  expect((await answer).status).toBe(401);
});
// #endregion

// #region date
test("a code expires after three minutes", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  await sendCode();
  const { code = "" } = auth0.inbox.latest("ada@example.com") ?? {};

  vi.setSystemTime(Date.now() + 181_000);
  await signIn("email", code);

  expect(auth0).toHaveAnswered("oauth-ro/code-expired");
});
// #endregion
