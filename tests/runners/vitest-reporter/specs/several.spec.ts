import { exercise, test } from "../auth0.ts";

test("exercises two scenarios", () =>
  exercise("oauth-ro/wrong-password", "oauth-ro/user-blocked", "oauth-ro/wrong-password"));

test("exercises one of them again", () => exercise("oauth-ro/user-blocked"));

test("exercises a scenario of the other endpoint", () => exercise("passwordless-start/sms-provider-error"));

test("exercises scenarios that only some reports count", () => exercise("oauth-ro/maintenance", "oauth-ro/success"));
