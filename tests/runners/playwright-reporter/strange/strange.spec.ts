import { test } from "@playwright/test";

test("leaves data that the reporter knows", () => {
  const description = JSON.stringify({ v: 1, served: ["oauth-ro/user-blocked"] });
  test.info().annotations.push({ type: "_auth0-msw", description });
});

for (const description of [
  '{"v":2,"served":["oauth-ro/wrong-password"]}',
  '{"v":1,"served":"oauth-ro/wrong-password"}',
  "no JSON",
]) {
  test(`leaves ${description}`, () => {
    test.info().annotations.push({ type: "_auth0-msw", description });
  });
}
