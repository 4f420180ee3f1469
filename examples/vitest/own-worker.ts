import { mockAuth0 } from "auth0-msw";
import { setupAuth0 } from "auth0-msw/vitest";
import { worker } from "./worker";

export const auth0 = setupAuth0(mockAuth0(), { worker });
