import { expect, exercise, test } from "../auth0.ts";

let runs = 0;

test("passes on retry", { retry: 1 }, async () => {
  runs += 1;
  await exercise(runs === 1 ? "oauth-ro/password-leaked" : "oauth-ro/too-many-logins");
  expect(runs).toBe(2);
});

test.fails("fails as expected", async () => {
  await exercise("oauth-ro/access-denied");
  expect(runs).toBe(0);
});
