import { meet, test } from "../auth0.ts";

test("meets two", () => meet("oauth-ro/wrong-password", "oauth-ro/user-blocked", "oauth-ro/wrong-password"));

test("meets one of them again", () => meet("oauth-ro/user-blocked"));

test("meets one of the other endpoint", () => meet("passwordless-start/sms-provider-error"));

test("meets what only some count", () => meet("oauth-ro/maintenance", "oauth-ro/success"));
