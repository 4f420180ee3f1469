import { expect, exercise, test } from "../auth0.ts";

test("passes", () => exercise("oauth-ro/user-blocked"));

test("fails after a response", async () => {
  await exercise("oauth-ro/invalid-client");
  expect("the answer").toBe("another");
});

test("fails after setting its own meta", ({ task }) => {
  Object.assign(task.meta, { auth0: { v: 1, served: ["oauth-ro/access-denied"] } });
  expect("the answer").toBe("another");
});
