import { mockAuth0 } from "auth0-msw";

export const auth0 = mockAuth0();
