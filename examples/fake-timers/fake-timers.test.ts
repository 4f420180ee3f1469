import { afterEach, expect, test, vi } from "vitest";
import { auth0 } from "./auth0-mock";
import { sendCode, signIn } from "./requests";

afterEach(() => {
  vi.useRealTimers();
});

// #region delay
test("skips a delay of 800 ms", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  auth0.use("oauth-ro/user-blocked", { delay: 800 });

  const response = signIn("Username-Password-Authentication", "correct-horse-battery");
  await auth0.waitForCall("oauth-ro"); // the request is pending now
  vi.advanceTimersByTime(800);

  expect((await response).status).toBe(401);
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
