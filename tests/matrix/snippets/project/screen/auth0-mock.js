import { setupAuth0 } from "auth0-msw/vitest";

export const auth0 = setupAuth0({}, { screen: true });
