import { Bench, hrtimeNow } from "tinybench";

/** A function to time. */
export interface Timed {
  readonly run: () => unknown;
  /** Runs before each run and is not timed. */
  readonly prepare?: () => void;
  /** Wraps a whole round. */
  readonly within?: (round: () => Promise<number>) => Promise<number>;
}

/** How much longer something takes than its alternative, as a factor. */
export interface Ratio {
  readonly value: number;
  /** How much two identical alternatives differ: half of the interquartile range of their rounds. */
  readonly noise: number;
}

const rounds = 60;
/** The first rounds only warm up the compiler. */
const warmups = 5;

/**
 * Times everything in each round, in random order, and the alternative twice. The result is the median of the rounds'
 * ratios of medians, so that a busy machine slows down both sides.
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
  if (result?.state !== "completed") throw new Error(`A benchmark ended as "${result?.state}".`);
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

/** Half of the interquartile range. */
export function spread(values: readonly number[]): number {
  return (quantile(values, 0.75) - quantile(values, 0.25)) / 2;
}

function quantile(values: readonly number[], q: number): number {
  return values.toSorted((a, b) => a - b)[Math.round(q * (values.length - 1))] ?? NaN;
}

/** The size of the heap in kB after garbage collection. */
export async function heap(): Promise<number> {
  const collect = globalThis.gc;
  if (!collect) throw new Error("The heap can only be measured with --expose-gc.");
  for (let n = 0; n < 5; n += 1) {
    // Weakly held objects stay until the current task ends.
    await new Promise((resolve) => setTimeout(resolve));
    collect();
  }
  return process.memoryUsage().heapUsed / 1000;
}
