/** The longest delay of `setTimeout` in milliseconds. It treats anything longer as 1. */
const longestTimeout = 2 ** 31 - 1;

/** Cancels the timer. */
export interface Timer {
  (): void;
  /** In Node, stops keeping the process alive. */
  unref(): void;
}

/** Runs a function once after a number of milliseconds, or never for `Infinity`. */
export function startTimer(milliseconds: number, run: () => void): Timer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isUnref = false;
  const unref = (): void => {
    isUnref = true;
    // In browsers it is a number.
    if (typeof timer === "object") (timer as { unref?: () => void }).unref?.();
  };
  const wait = (left: number): void => {
    if (left === Infinity) return;
    const now = Math.min(left, longestTimeout);
    timer = setTimeout(() => (left > now ? wait(left - now) : run()), now);
    if (isUnref) unref();
  };
  wait(milliseconds);
  return Object.assign(() => clearTimeout(timer), { unref });
}
