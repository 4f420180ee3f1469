import { showValue } from "./show-value.ts";

/** How long an answer takes: milliseconds, about as long as a real one, or until the next switch. */
export type Delay = number | "real" | "infinite";

/** What a delay has to be, as error messages say it. */
export const expectedDelay = 'milliseconds from 0 up, "real" or "infinite"';

/** Throws unless it is a delay. */
export function checkDelay(delay: unknown, of: string): asserts delay is Delay {
  if (delay === "real" || delay === "infinite") return;
  if (typeof delay === "number" && delay >= 0 && Number.isFinite(delay)) return;
  throw new TypeError(`Invalid delay${of}: got ${showValue(delay)}. Give ${expectedDelay}.`);
}
