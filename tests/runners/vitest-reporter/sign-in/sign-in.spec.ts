import { auth0, exercise, test } from "../auth0.ts";

/** Failures that are easy to forget. */
const forgotten = new Set<string>([
  "oauth-ro/password-leaked",
  "oauth-ro/too-many-attempts",
  "oauth-ro/dotted-fields",
  "passwordless-start/invalid-auth-params",
  "passwordless-start/sms-provider-error",
]);

const failures = auth0.failures().filter(({ id }) => !forgotten.has(id));

test.each(failures)("keeps the form usable after $id", ({ id }) => exercise(id));

test.each(failures.filter(({ status }) => status === 401))("shows a message for $id", ({ id }) => exercise(id));

test("signs in after a wrong password", () => exercise("oauth-ro/wrong-password", "oauth-ro/success"));
