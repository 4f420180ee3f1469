import { auth0, meet, test } from "../auth0.ts";

/** What is easily forgotten. */
const forgotten = new Set<string>([
  "oauth-ro/password-leaked",
  "oauth-ro/too-many-attempts",
  "oauth-ro/dotted-fields",
  "passwordless-start/invalid-auth-params",
  "passwordless-start/sms-provider-error",
]);

const failures = auth0.failures().filter(({ id }) => !forgotten.has(id));

test.each(failures)("$id leaves a form that can be sent again", ({ id }) => meet(id));

test.each(failures.filter(({ status }) => status === 401))("$id is told in words", ({ id }) => meet(id));

test("a wrong password can be corrected", () => meet("oauth-ro/wrong-password", "oauth-ro/success"));
