/** One row of the benchmark table. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: "×" | "× cheaper" | "ms" | "kB" | "instantiations";
  /** How much two identical measurements of the same run differ. */
  readonly noise?: number;
  readonly goal?: Goal;
}

/** In the figure's unit. `"noise"` means a ratio within the noise around 1. */
export type Goal = { readonly atMost: number } | { readonly atLeast: number } | "noise";

export function isMet({ value, noise = 0, goal }: Figure): boolean | undefined {
  if (goal === undefined) return undefined;
  if (goal === "noise") return value <= 1 + noise;
  return "atMost" in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** Sends figures to the process that started this benchmark. */
export function report(figures: readonly Figure[]): void {
  process.stdout.write(JSON.stringify(figures));
}
