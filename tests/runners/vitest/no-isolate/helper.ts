import { auth0 } from "../set-ups/one-line.ts";

/** How many files have been here: this module is loaded once for all of them, and their set-up file for each. */
export const files = new Set<string>();

export function blockEverybody(): void {
  auth0.use("oauth-ro/user-blocked");
}
