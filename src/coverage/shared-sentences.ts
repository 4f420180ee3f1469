import { type Remedy, remedyOf } from "../../scenarios/remedies.ts";
import type { ScreenRecord } from "../screen/screen-watch.ts";

/** A sentence that a screen shows for failures whose remedies differ. */
export interface SharedSentence {
  readonly sentence: string;
  /** The ids of the failures, by what the user can do about them. */
  readonly remedies: Readonly<Partial<Record<Remedy, readonly string[]>>>;
}

interface Shown {
  readonly id: string;
  readonly screen?: Pick<ScreenRecord, "sentence">;
}

/** The sentences that tell users the same although they have to do different things. */
export function sharedSentences(scenarios: readonly Shown[]): SharedSentence[] {
  const bySentence = new Map<string, Partial<Record<Remedy, string[]>>>();
  for (const { id, screen } of scenarios) {
    const remedy = remedyOf(id);
    if (!remedy || !screen || screen.sentence === "") continue;
    const remedies = bySentence.get(screen.sentence) ?? {};
    remedies[remedy] = [...(remedies[remedy] ?? []), id];
    bySentence.set(screen.sentence, remedies);
  }
  return Array.from(bySentence, ([sentence, remedies]) => ({ sentence, remedies })).filter(
    ({ remedies }) => Object.keys(remedies).length > 1,
  );
}
