import { fileURLToPath } from "node:url";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";
import { FastestFirst } from "./sequencer.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Share compiled code between processes.
process.env.NODE_COMPILE_CACHE ??= here("../../node_modules/.cache/compiled");

/** The tests that check answers without a network, a browser or a second host. */
export default defineConfig({
  root: here("../.."),
  resolve: { alias: { "#host": here("host.ts") } },
  ssr: { resolve: { conditions: ["auth0-msw-source", ...defaultServerConditions] } },
  test: {
    include: [
      "src/*.test.ts",
      "src/{catalog,engine,live}/**/*.test.ts",
      "tests/node/**/*.test.ts",
      "tests/every-host/**/*.test.ts",
    ],
    exclude: ["tests/node/{pooled-dispatcher,compiler-messages}.test.ts"],
    setupFiles: [here("setup.ts")],
    // With isolation, each file would load MSW, faker and jose again.
    isolate: false,
    sequence: { sequencer: FastestFirst },
    // A mutant may wait forever.
    testTimeout: 10_000,
    hookTimeout: 10_000,
    execArgv: ["--disable-warning=ExperimentalWarning"],
    experimental: { diagnostics: false },
  },
});
