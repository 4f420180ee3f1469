/** One line of the benchmarks' table. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: "×" | "× cheaper" | "ms" | "kB" | "instantiations";
  /** How far the same thing is from itself in the same run. */
  readonly noise?: number;
  readonly goal?: Goal;
}

/** In the figure's unit; `"noise"` asks for a ratio that cannot be told from 1. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number } | "noise";

export function isMet({ value, noise = 0, goal }: Figure): boolean | undefined {
  if (goal === undefined) return undefined;
  if (goal === "noise") return value <= 1 + noise;
  return "atMost" in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** Hands figures to whoever started this benchmark. */
export function report(figures: readonly Figure[]): void {
  process.stdout.write(JSON.stringify(figures));
}
