import { meet, test } from "../meet.ts";

test("meets two", ({ auth0 }) =>
  meet(auth0, "oauth-ro/wrong-password", "oauth-ro/user-blocked", "oauth-ro/wrong-password"));

test("meets one of them again", ({ auth0 }) => meet(auth0, "oauth-ro/user-blocked"));

test("meets one of the other endpoint", ({ auth0 }) =>
  meet(auth0, "passwordless-start/sms-provider-error", "passwordless-start/success"));
