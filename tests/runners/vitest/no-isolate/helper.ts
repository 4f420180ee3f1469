import { auth0 } from "../set-ups/one-line.ts";

/** The test files so far. This module is loaded once for all files, the set-up file once per file. */
export const files = new Set<string>();

export function blockUser(): void {
  auth0.use("oauth-ro/user-blocked");
}
