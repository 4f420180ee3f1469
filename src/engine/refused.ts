import type { Session } from "./session.ts";

/** Throws when `otherRequests: "error"` refused a request of the session, for set-ups to call at the end of a test. */
export function checkRefused({ refused }: Session): void {
  if (refused.size > 0) throw new Error([...refused].join("\n\n"));
}
