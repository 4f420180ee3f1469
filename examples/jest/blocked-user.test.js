import { auth0 } from "./auth0-mock.js";
import { signIn } from "./sign-in.js";

test("rejects a blocked user", async () => {
  auth0.use("oauth-ro/user-blocked");
  await expect(signIn("ada@example.com", "correct-horse-battery")).rejects.toThrow("user is blocked");
});

test("signs Ada in", async () => {
  const { id_token } = await signIn("ada@example.com", "correct-horse-battery");
  expect(id_token).toMatch(/^ey/);
});
