import { test as base } from "@playwright/test";
import { auth0Fixtures } from "auth0-msw/playwright";

export const test = base.extend(
  auth0Fixtures({
    scenarios: { "oauth-ro": { maintenance: { status: 503, error: "maintenance", description: "Back at {time}." } } },
  }),
);
