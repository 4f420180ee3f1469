// Import this in the tests that need it.
import { subtle } from "node:crypto";
import { mockAuth0 } from "auth0-msw";
import { setupServer } from "msw/node";

export const auth0 = mockAuth0();
const server = setupServer(...auth0.handlers);

beforeAll(() => server.listen());
afterEach(() => auth0.reset());
afterAll(() => server.close());
Object.defineProperty(crypto, "subtle", { value: subtle }); // needed to sign ID tokens; jsdom does not provide it
