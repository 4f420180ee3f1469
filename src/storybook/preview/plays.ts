import { configure, getConfig } from "storybook/test";
import { restoreFocus, returnFocusWhenIdle } from "./replay-focus.ts";

/** Something that a play waits for: a query of Testing Library, or user-event. */
interface Wait {
  /** Whether it has dispatched events, as user-event does. */
  hasDispatched: boolean;
  /** Whether it asks again and again, as queries do. */
  readonly isPolling: boolean;
  /** Stops the timers and observers that it polls with. */
  readonly stop: () => void;
}

/** The play of one mount. */
interface Play {
  /** Whether another mount has replaced it. Nothing that it waits for settles any more. */
  isOvertaken: boolean;
  readonly waits: Map<Promise<unknown>, Wait>;
}

let current: Play = newPlay();

function newPlay(): Play {
  return { isOvertaken: false, waits: new Map() };
}

/**
 * Makes plays stoppable, with the wrappers that Testing Library and user-event call around everything that they wait
 * for and dispatch. Returns a function that undoes this.
 */
export function makePlaysStoppable(): () => void {
  // oxlint-disable-next-line typescript/unbound-method -- Testing Library calls them unbound too
  const { asyncWrapper, eventWrapper } = getConfig();
  configure({
    asyncWrapper: (run) => {
      const play = current;
      restoreFocus();
      const { result, isPolling, stop } = collectTimers(() => asyncWrapper(run));
      play.waits.set(result, { hasDispatched: false, isPolling, stop });
      returnFocusSoon();
      const forget = (): void => {
        play.waits.delete(result);
        if (!play.isOvertaken) returnFocusSoon();
      };
      result.then(forget, forget);
      return unlessOvertaken(result);
    },
    eventWrapper(dispatch) {
      if (current.isOvertaken) throw new Error("The story was remounted.");
      for (const wait of current.waits.values()) wait.hasDispatched = true;
      returnFocusSoon();
      return eventWrapper(dispatch);
    },
  });
  return () => configure({ asyncWrapper, eventWrapper });
}

function returnFocusSoon(): void {
  returnFocusWhenIdle(() => [...current.waits.values()].every(({ isPolling }) => isPolling));
}

/** A promise that settles as another does, or never when its play is overtaken first. */
export function unlessOvertaken<Value>(promise: Promise<Value>): Promise<Value> {
  const play = current;
  return new Promise((resolve, reject) => {
    promise.then(
      (value) => {
        if (!play.isOvertaken) resolve(value);
      },
      (error: unknown) => {
        if (!play.isOvertaken) reject(error);
      },
    );
  });
}

/** How long to wait for user-event to stop, in milliseconds: it may pause between keys. */
const patience = 1200;

/**
 * Stops the current play where it is: it never continues, presses no further key, and reports no error. Resolves to
 * false when user-event did not stop in time.
 */
export async function stopPlay(): Promise<boolean> {
  const play = current;
  play.isOvertaken = true;
  const waits = [...play.waits];
  for (const [, { hasDispatched, stop }] of waits) if (!hasDispatched) stop();
  // The next event of user-event throws, which ends it.
  const acting = waits.filter(([, { hasDispatched }]) => hasDispatched).map(([result]) => result);
  const isStopped = await Promise.race([
    Promise.allSettled(acting).then(() => true),
    new Promise<boolean>((resolve) => setTimeout(resolve, patience, false)),
  ]);
  current = newPlay();
  return isStopped;
}

/** Runs code, and collects the timers and observers that it starts synchronously. */
function collectTimers<Result>(run: () => Result): {
  readonly result: Result;
  readonly isPolling: boolean;
  readonly stop: () => void;
} {
  const stops: (() => void)[] = [];
  let isPolling = false;
  const { setTimeout, setInterval, MutationObserver } = globalThis;
  const collect = (start: typeof setTimeout): typeof setTimeout =>
    ((...given: Parameters<typeof setTimeout>) => {
      const timer = start(...given);
      stops.push(() => clearTimeout(timer));
      return timer;
    }) as typeof setTimeout;
  class CollectedObserver extends MutationObserver {
    override observe(...given: Parameters<MutationObserver["observe"]>): void {
      isPolling = true;
      stops.push(() => this.disconnect());
      super.observe(...given);
    }
  }
  Object.assign(globalThis, {
    setTimeout: collect(setTimeout),
    setInterval: collect(setInterval as typeof setTimeout),
    MutationObserver: CollectedObserver,
  });
  try {
    const result = run();
    return {
      result,
      isPolling,
      stop: () => {
        for (const stop of stops) stop();
      },
    };
  } finally {
    Object.assign(globalThis, { setTimeout, setInterval, MutationObserver });
  }
}
