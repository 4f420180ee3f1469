import { setupAuth0 } from "auth0-msw/vitest";
import { expect, test } from "vitest";

const auth0 = setupAuth0();

test.each(auth0.failures("oauth-ro"))("$id", async ({ id, status }) => {
  auth0.use(id);
  const response = await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" });
  expect(response.status).toBe(status);
});
