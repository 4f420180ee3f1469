import { Authentication } from "auth0-js";
import { auth0 } from "./auth0-mock.js";

const api = new Authentication({ domain: "demo.eu.auth0.com", clientID: "demo-client" });
const ada = {
  username: "ada@example.com",
  password: "correct-horse-battery",
  connection: "Username-Password-Authentication",
  scope: "openid",
};

/** Resolves with the result or the error that auth0-js passes to its callback. */
function signIn() {
  // oxlint-disable-next-line typescript/no-deprecated -- it is the method that calls `/oauth/ro`
  return new Promise((resolve) => api.loginWithResourceOwner(ada, (error, result) => resolve(error ?? result)));
}

it("signs Ada in with the live tenant", async () => {
  expect(await signIn()).toMatchObject({ idToken: expect.stringMatching(/^ey/), tokenType: "Bearer" });
});

it("answers with the failure that a request provokes", async () => {
  ada.username = "blocked@example.com";
  expect(await signIn()).toMatchObject({ statusCode: 401, description: "user is blocked" });
  ada.username = "ada@example.com";
});

it.each(auth0.failures("oauth-ro"))("answers with $id", async ({ id, status }) => {
  auth0.use(id);
  expect(await signIn()).toMatchObject({ statusCode: status });
});

it("starts fresh with every test", () => {
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
  expect(auth0.calls()).toEqual([]);
});

it.concurrent.each(auth0.failures("oauth-ro"))("answers concurrently with $id", async ({ id, status }) => {
  auth0.use(id);
  for (let n = 1; n <= 5; n += 1) expect(await signIn()).toMatchObject({ statusCode: status });
  expect(auth0.calls()).toHaveLength(5);
  expect(auth0).toHaveAnswered(id);
});

it("ends with a pending request", async () => {
  auth0.use("oauth-ro/no-response");
  void signIn();
  await auth0.waitForCall("oauth-ro");
});
