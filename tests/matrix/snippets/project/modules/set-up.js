import { setupAuth0 } from "auth0-msw/vitest";

// Pages use `auth0` where they have shown how to make it.
globalThis.auth0 = setupAuth0();
