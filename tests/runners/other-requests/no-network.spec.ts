import { mockAuth0 } from "auth0-msw";
import { setupAuth0 } from "auth0-msw/vitest";
import { setupServer } from "msw/node";
import { test } from "vitest";

// It never listens.
setupAuth0(mockAuth0(), { server: setupServer() });

test("does not run", () => {});
