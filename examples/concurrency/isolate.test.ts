import { isolate } from "auth0-msw/node";
import { afterAll, beforeAll, test } from "vitest";
import { auth0, server } from "./server";
import { signIn } from "./sign-in";

beforeAll(() => server.listen());
afterAll(() => server.close());

// #region tests
test.concurrent("a blocked user", ({ expect }) =>
  isolate(auth0, async () => {
    auth0.use("oauth-ro/user-blocked"); // only for the requests of this test
    expect(await signIn("ada@example.com", "correct-horse-battery")).toBe("user is blocked");
    expect(auth0.calls()).toHaveLength(1);
  }));

test.concurrent("a user who signs in", ({ expect }) =>
  isolate(auth0, async () => {
    expect(await signIn("ada@example.com", "correct-horse-battery")).toBe("signed in");
    expect(auth0.calls()).toHaveLength(1);
  }));
// #endregion
