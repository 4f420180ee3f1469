import type { RunnerTestCase } from "vitest";

/** Keeps what was served in an attempt that passed, added to what other repeats have served. */
export function keepServed(task: Readonly<RunnerTestCase>, served: ReadonlySet<string>): void {
  const passed = (task.result?.state !== "fail") !== (task.fails ?? false);
  if (!passed || served.size === 0) return;
  const before = task.meta.auth0?.served ?? [];
  task.meta.auth0 = { v: 1, served: [...new Set([...before, ...served])] };
}
