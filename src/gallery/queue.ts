/** The part of a cell that decides when its frame loads. */
export interface Queued {
  readonly id: string;
  readonly state: "waiting" | "loading" | "done";
}

/** The cells whose frames load next, at most `limit` at a time: first those in view, then the others in order. */
export function nextToLoad(cells: readonly Queued[], inView: ReadonlySet<string>, limit: number): string[] {
  const free = limit - cells.filter(({ state }) => state === "loading").length;
  const waiting = cells.filter(({ state }) => state === "waiting");
  const sorted = [...waiting.filter(({ id }) => inView.has(id)), ...waiting.filter(({ id }) => !inView.has(id))];
  return sorted.slice(0, Math.max(0, free)).map(({ id }) => id);
}
