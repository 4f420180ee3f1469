import { expect } from "@playwright/test";
import { exercise, test } from "../exercise.ts";

test.describe("with retries", () => {
  test.describe.configure({ retries: 1 });

  test("passes on retry", async ({ auth0 }, { retry }) => {
    await exercise(auth0, retry === 0 ? "oauth-ro/password-leaked" : "oauth-ro/too-many-logins");
    expect(retry).toBe(1);
  });
});

test("fails as expected", async ({ auth0 }) => {
  test.fail();
  await exercise(auth0, "oauth-ro/access-denied");
  expect("the answer").toBe("another");
});
