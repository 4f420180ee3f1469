import { showValue } from "./show-value.ts";

/** How long a response takes: milliseconds, about as long as a real one, or until the next switch. */
export type Delay = number | "real" | "infinite";

/** The valid delays, as error messages list them. */
export const expectedDelay = 'milliseconds from 0 up, "real" or "infinite"';

/** Throws when the value is not a delay. */
export function checkDelay(delay: unknown, of: string): asserts delay is Delay {
  if (delay === "real" || delay === "infinite") return;
  if (typeof delay === "number" && delay >= 0 && Number.isFinite(delay)) return;
  throw new TypeError(`Invalid delay${of}: got ${showValue(delay)}. Give ${expectedDelay}.`);
}
