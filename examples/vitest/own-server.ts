import { mockAuth0 } from "auth0-msw";
import { setupAuth0 } from "auth0-msw/vitest";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";

export const server = setupServer(http.get("https://api.example.com/me", () => HttpResponse.json({ name: "Ada" })));
export const auth0 = setupAuth0(mockAuth0(), { server });

beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());
