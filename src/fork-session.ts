import type { Session } from "./session.ts";

/** A new session that begins with the switches of another, whichever copy of this package made that one. */
export function forkSession(from: Session): Session {
  return new (from.constructor as typeof Session)(from);
}
