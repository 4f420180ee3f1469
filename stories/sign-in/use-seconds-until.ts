import { useSyncExternalStore } from "react";

/** Counts down the whole seconds until a time (in ms). Returns 0 after it, or without one. */
export function useSecondsUntil(moment: number | undefined): number {
  return useSyncExternalStore(everySecond, () => secondsUntil(moment));
}

function everySecond(tick: () => void): () => void {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}

function secondsUntil(moment: number | undefined): number {
  return moment === undefined ? 0 : Math.max(0, Math.ceil((moment - Date.now()) / 1000));
}
