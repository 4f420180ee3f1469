import { expect, meet, test } from "../auth0.ts";

test("passes", () => meet("oauth-ro/user-blocked"));

test("fails after all", async () => {
  await meet("oauth-ro/invalid-client");
  expect("the answer").toBe("another");
});

test("fails, whatever it has left", ({ task }) => {
  Object.assign(task.meta, { auth0: { v: 1, served: ["oauth-ro/access-denied"] } });
  expect("the answer").toBe("another");
});
