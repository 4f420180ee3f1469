import { expect, meet, test } from "../auth0.ts";

let attempts = 0;

test("passes when it is tried again", { retry: 1 }, async () => {
  attempts += 1;
  await meet(attempts === 1 ? "oauth-ro/password-leaked" : "oauth-ro/too-many-logins");
  expect(attempts).toBe(2);
});

test.fails("fails, as it should", async () => {
  await meet("oauth-ro/access-denied");
  expect(attempts).toBe(0);
});
