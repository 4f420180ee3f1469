import { expect } from "@playwright/test";
import { meet, test } from "../meet.ts";

test.describe("once more", () => {
  test.describe.configure({ retries: 1 });

  test("passes when it is tried again", async ({ auth0 }, { retry }) => {
    await meet(auth0, retry === 0 ? "oauth-ro/password-leaked" : "oauth-ro/too-many-logins");
    expect(retry).toBe(1);
  });
});

test("fails, as it should", async ({ auth0 }) => {
  test.fail();
  await meet(auth0, "oauth-ro/access-denied");
  expect("the answer").toBe("another");
});
