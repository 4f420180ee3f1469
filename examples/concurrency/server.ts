import { mockAuth0 } from "auth0-msw";
import { setupServer } from "msw/node";

export const auth0 = mockAuth0();

export const server = setupServer(...auth0.handlers);
