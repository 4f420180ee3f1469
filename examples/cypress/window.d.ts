import type { MockAuth0 } from "auth0-msw";

declare global {
  interface Window {
    auth0: MockAuth0;
  }
}
