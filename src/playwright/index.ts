export { expect } from "./expect.ts";
export { auth0Fixtures, type Auth0Fixtures, type Auth0TestOptions, test } from "./fixtures.ts";
export { routeAuth0 } from "./route-auth0.ts";
export type { ScreenOption } from "./screen-option.ts";
