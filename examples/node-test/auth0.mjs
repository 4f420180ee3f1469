// node --import ./auth0.mjs --test
import { afterEach } from "node:test";
import { mockAuth0 } from "auth0-msw";
import { setupServer } from "msw/node";

export const auth0 = mockAuth0();

setupServer(...auth0.handlers).listen();
afterEach(() => auth0.reset());
