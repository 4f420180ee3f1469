import { mockAuth0 } from "auth0-msw";
import { setupAuth0 } from "auth0-msw/vitest";

export const one = setupAuth0({ domain: "one.auth0.com" });
export const equal = setupAuth0({ domain: "one.auth0.com" });
export const two = setupAuth0(mockAuth0({ domain: "two.auth0.com" }));
export const earlier = setupAuth0({ domain: "three.auth0.com", seed: 3 });
export const later = setupAuth0({ domain: "three.auth0.com", seed: 4 });
