import { spawnSync } from "node:child_process";
import { median, shuffle, spread } from "./harness.ts";

const rounds = 20;

/** Runs each program in its own process, in every round, and returns the numbers that they print. */
export function inProcesses<Name extends string>(
  programs: Readonly<Record<Name, string>>,
  options: readonly string[] = [],
): Record<Name, number[]> {
  const names = Object.keys(programs) as Name[];
  const printed = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of shuffle(names)) printed[name].push(run(programs[name], options));
  }
  return printed;
}

function run(program: string, options: readonly string[]): number {
  const args = [...process.execArgv, ...options, "--input-type=module", "--eval", program];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`A program of a benchmark failed:\n${program}\n${stderr}`);
  return Number(stdout);
}

/** The median difference between two programs over the rounds, and the noise: how much two identical ones differ. */
export function difference(
  subject: readonly number[],
  alternative: readonly number[],
  again: readonly number[],
): { value: number; noise: number } {
  const less = (values: readonly number[]): number[] =>
    values.map((value, round) => value - (alternative[round] ?? NaN));
  return { value: median(less(subject)), noise: spread(less(again)) };
}
