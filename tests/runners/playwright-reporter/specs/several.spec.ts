import { exercise, test } from "../exercise.ts";

test("exercises two scenarios", ({ auth0 }) =>
  exercise(auth0, "oauth-ro/wrong-password", "oauth-ro/user-blocked", "oauth-ro/wrong-password"));

test("exercises one of them again", ({ auth0 }) => exercise(auth0, "oauth-ro/user-blocked"));

test("exercises a scenario of the other endpoint", ({ auth0 }) =>
  exercise(auth0, "passwordless-start/sms-provider-error", "passwordless-start/success"));
