import { mockAuth0 } from "auth0-msw";
import { build } from "vite";
import { afterEach, expect, test, vi } from "vitest";
import { configOf } from "../helpers/serve-app.ts";

const markers = [
  ...mockAuth0().scenarios.map(({ id }) => id.slice(id.indexOf("/") + 1)),
  "auth0-msw",
  "auth0-scenario",
  "auth0-scenarios",
  "auth0-drawer",
  "auth0-action",
  "/passwordless/start",
  "Did you mean",
  "blocked@example.com",
  "mockServiceWorker",
  "msw/worker:stop",
];

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The whole build of the app as one string. */
async function bundle(nodeEnv: "production" | "development"): Promise<string> {
  // Vite derives DEV and PROD from NODE_ENV, which Vitest sets to "test".
  vi.stubEnv("NODE_ENV", nodeEnv);
  const built = await build({ ...configOf("msw"), build: { write: false, minify: false } });
  if (Array.isArray(built) || !("output" in built)) throw new Error("Expected one bundle.");
  return built.output.map((file) => (file.type === "chunk" ? file.code : String(file.source))).join("\n");
}

test("a production build contains nothing of the package", async () => {
  const app = await bundle("production");
  expect(app).toContain("oauth/ro");
  expect(markers.filter((marker) => app.includes(marker))).toEqual([]);
});

test("a development build contains every marker of it", async () => {
  const app = await bundle("development");
  expect(markers.filter((marker) => !app.includes(marker))).toEqual([]);
});
