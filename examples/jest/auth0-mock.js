import { setupAuth0 } from "auth0-msw/jest";

export const auth0 = setupAuth0();
