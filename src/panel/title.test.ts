import { expect, test } from "vitest";
import { titleOf } from "./title.ts";

test.each([
  ["password-leaked", "Password leaked"],
  ["sms-provider-error", "SMS provider error"],
  ["mfa-required", "MFA required"],
  ["missing-client-id", "Missing client ID"],
  ["oidc-conformant-client", "OIDC conformant client"],
  ["my own_answer", "My own answer"],
  ["", ""],
])("%s is %s", (name, title) => {
  expect(titleOf(name)).toBe(title);
});
