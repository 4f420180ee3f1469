import { afterEach, beforeEach, expect, test, vi } from "vitest";

const error = vi.spyOn(console, "error").mockImplementation(() => {});
beforeEach(() => {
  error.mockClear();
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

test("mockAuth0() warns once in production", async () => {
  vi.stubEnv("NODE_ENV", "production");
  const { mockAuth0 } = await import("../../src/mock-auth0.ts");
  mockAuth0();
  mockAuth0();
  expect(error.mock.calls).toEqual([[expect.stringContaining("[auth0-msw] mockAuth0() runs in production")]]);
});

test.each(["development", "test", undefined])("mockAuth0() says nothing where NODE_ENV is %s", async (nodeEnv) => {
  vi.stubEnv("NODE_ENV", nodeEnv);
  (await import("../../src/mock-auth0.ts")).mockAuth0();
  expect(error).not.toHaveBeenCalled();
});

test("mockAuth0() works where there is no process", async () => {
  const { mockAuth0 } = await import("../../src/mock-auth0.ts");
  vi.stubGlobal("process", undefined);
  mockAuth0();
  vi.unstubAllGlobals();
  expect(error).not.toHaveBeenCalled();
});

test("a built Storybook says nothing", async () => {
  vi.stubEnv("NODE_ENV", "production");
  const { createMock } = await import("../../src/mock-auth0.ts");
  createMock();
  expect(error).not.toHaveBeenCalled();
});
