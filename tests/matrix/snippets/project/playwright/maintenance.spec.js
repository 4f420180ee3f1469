import { expect } from "@playwright/test";
import { test } from "../examples/playwright/maintenance.ts";

test("the scenario of the page answers", async ({ auth0 }) => {
  auth0.use("oauth-ro/maintenance");
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/maintenance");
});
