import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
  ssr: { resolve: { conditions: ["auth0-msw-source", ...defaultServerConditions] } },
  test: { reporters: ["json", "default"], outputFile: process.env.REPORT ?? "" },
});
