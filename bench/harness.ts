import { Bench, hrtimeNow } from "tinybench";

/** What is timed. */
export interface Timed {
  readonly run: () => unknown;
  /** What comes before each run and is not timed. */
  readonly prepare?: () => void;
  /** Has a whole round happen inside something. */
  readonly within?: (round: () => Promise<number>) => Promise<number>;
}

/** How many times as long something takes as its alternative. */
export interface Ratio {
  readonly value: number;
  /** How far two identical alternatives are apart: half of what the middle half of their rounds spans. */
  readonly noise: number;
}

const rounds = 60;
/** The first ones are for the compiler alone. */
const warmups = 5;

/**
 * Times everything in turn, in an order drawn anew for each round, the alternative twice. What counts is
 * the median of the rounds' ratios of medians, so that a busy machine slows both sides.
 */
export async function compare<Name extends string>(
  alternative: Timed,
  subjects: Readonly<Record<Name, Timed>>,
  milliseconds = 10,
): Promise<Record<Name, Ratio>> {
  const medians: Record<string, number>[] = [];
  for (let round = 0; round < warmups + rounds; round += 1) {
    const times: Record<string, number> = {};
    for (const [name, timed] of shuffle(Object.entries<Timed>({ ...subjects, alternative, again: alternative }))) {
      const measure = (): Promise<number> => time(timed, milliseconds);
      times[name] = await (timed.within?.(measure) ?? measure());
    }
    if (round >= warmups) medians.push(times);
  }
  const ratios = (name: string): number[] =>
    medians.map((times) => (times[name] ?? NaN) / (times["alternative"] ?? NaN));
  const noise = spread(ratios("again"));
  return Object.fromEntries(
    Object.keys(subjects).map((name) => [name, { value: median(ratios(name)), noise }]),
  ) as Record<Name, Ratio>;
}

async function time({ run, prepare }: Timed, milliseconds: number): Promise<number> {
  const bench = new Bench({ time: milliseconds, iterations: 8, warmup: false, throws: true, now: hrtimeNow });
  bench.add("", run, prepare && { beforeEach: prepare });
  await bench.run();
  const [result] = bench.results;
  if (result?.state !== "completed") throw new Error(`A benchmark has ended as "${result?.state}".`);
  return result.latency.p50;
}

export function shuffle<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Half of what the middle half of the values spans. */
export function spread(values: readonly number[]): number {
  return (quantile(values, 0.75) - quantile(values, 0.25)) / 2;
}

function quantile(values: readonly number[], q: number): number {
  return values.toSorted((a, b) => a - b)[Math.round(q * (values.length - 1))] ?? NaN;
}

/** The size of the heap in kB, once everything that can go is gone. */
export async function heap(): Promise<number> {
  const collect = globalThis.gc;
  if (!collect) throw new Error("The heap can only be measured with --expose-gc.");
  for (let n = 0; n < 5; n += 1) {
    // What is weakly held stays until a task has ended.
    await new Promise((resolve) => setTimeout(resolve));
    collect();
  }
  return process.memoryUsage().heapUsed / 1000;
}
