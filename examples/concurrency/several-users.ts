import { isolate } from "auth0-msw/node";
import { auth0 } from "./server";
import { signIn } from "./sign-in";

const scenarios = ["oauth-ro/user-blocked", "oauth-ro/password-leaked", "oauth-ro/success"] as const;

/** Three sign-ins at once, each in its own session. */
export function signInThreeTimes(): Promise<string[]> {
  return Promise.all(
    scenarios.map((scenario) =>
      isolate(auth0, async () => {
        auth0.use(scenario);
        return signIn("ada@example.com", "correct-horse-battery");
      }),
    ),
  );
}
