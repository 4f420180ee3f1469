import { useSyncExternalStore } from "react";

/** The whole seconds until a moment (in ms), counted down; 0 once it is over or when there is none. */
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
