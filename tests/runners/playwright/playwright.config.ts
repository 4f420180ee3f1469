import { defineConfig } from "@playwright/test";
import type { Auth0TestOptions } from "auth0-msw/playwright";
import { launchOptions } from "../../../scripts/chromium.ts";
import { app } from "./urls.ts";

export default defineConfig<Auth0TestOptions>({
  fullyParallel: true,
  workers: 3,
  timeout: 20_000,
  use: { baseURL: app, launchOptions, auth0Options: { seed: 7 } },
});
