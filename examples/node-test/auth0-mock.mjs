import { setupAuth0 } from "auth0-msw/node-test";

export const auth0 = setupAuth0();
