import type { Scenario } from "../catalog/scenario.ts";
import { type Verdict, verdicts } from "../screen/verdict.ts";
import type { CellReport } from "./cell-report.ts";

/** One scenario of a story, in a frame of its own. */
export interface Cell {
  readonly id: string;
  readonly scenario: Scenario<string>;
  readonly state: "waiting" | "loading" | "done";
  readonly report?: CellReport;
}

/** A verdict, or that there is none because the scenario was not answered. */
export type Outcome = Verdict | "not sent";

/** All outcomes, the worst last. */
export const outcomes: readonly Outcome[] = [...verdicts.toReversed(), "not sent"];

/** The outcome of a cell. Undefined until it has one. */
export function outcomeOf({ report }: Cell): Outcome | undefined {
  return report?.state === "judged" ? report.judgement.verdict : report?.state;
}
