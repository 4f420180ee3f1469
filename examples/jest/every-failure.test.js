import { auth0 } from "./auth0-mock.js";
import { signIn } from "./sign-in.js";

test.each(auth0.failures("oauth-ro"))("rejects with the description of $id", async ({ id, description }) => {
  auth0.use(id);
  await expect(signIn("ada@example.com", "correct-horse-battery")).rejects.toThrow(description ?? "");
});
