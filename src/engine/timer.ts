/** The longest time that `setTimeout` knows, in milliseconds; it takes anything longer for 1. */
const longestTimeout = 2 ** 31 - 1;

/** Cancels the timer. */
export interface Timer {
  (): void;
  /** In Node, keeps the process alive no longer. */
  unref(): void;
}

/** Runs a function once after so many milliseconds, `Infinity` for never. */
export function startTimer(milliseconds: number, run: () => void): Timer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isUnref = false;
  const unref = (): void => {
    isUnref = true;
    // A number in browsers.
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
