import { test } from "auth0-msw/playwright";
import { meet } from "../meet.ts";

test("meets two", ({ page, auth0 }) =>
  meet(page, auth0, "oauth-ro/wrong-password", "oauth-ro/user-blocked", "oauth-ro/wrong-password"));

test("meets one of them again", ({ page, auth0 }) => meet(page, auth0, "oauth-ro/user-blocked"));

test("meets one of the other endpoint", ({ page, auth0 }) =>
  meet(page, auth0, "passwordless-start/sms-provider-error", "passwordless-start/success"));
