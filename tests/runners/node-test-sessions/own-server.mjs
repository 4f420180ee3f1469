import { setupAuth0 } from "auth0-msw/node-test";
import { setupServer } from "msw/node";

export const server = setupServer();
setupAuth0({}, { server });
