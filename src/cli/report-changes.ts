import { diffWordsWithSpace } from "diff";
import type { Change, Direction, Words } from "../coverage/html/changes.ts";
import type { CoverageReport, ScreenCoverage } from "../coverage/report.ts";
import { verdicts } from "../screen/verdict.ts";

const order: readonly Direction[] = ["worse", "better", "reworded", "new", "gone"];

/** The failures whose sentence or verdict is not what it was in an earlier report. */
export function changesBetween(earlier: CoverageReport, now: CoverageReport): Change[] {
  const [before, after] = [screensOf(earlier), screensOf(now)];
  return [...new Set([...after.keys(), ...before.keys()])]
    .flatMap((id) => changeOf(id, before.get(id), after.get(id)) ?? [])
    .toSorted((one, other) => order.indexOf(one.direction) - order.indexOf(other.direction));
}

function screensOf({ endpoints }: CoverageReport): ReadonlyMap<string, ScreenCoverage> {
  return new Map(
    endpoints.flatMap(({ scenarios }) => scenarios.flatMap(({ id, screen }) => (screen ? [[id, screen]] : []))),
  );
}

function changeOf(id: string, before?: ScreenCoverage, after?: ScreenCoverage): Change | undefined {
  if (!before || !after) {
    const versionOf = (screen: ScreenCoverage | undefined) =>
      screen && { verdict: screen.verdict, words: wordsOf(screen.sentence) };
    return { id, direction: before ? "gone" : "new", before: versionOf(before), after: versionOf(after) };
  }
  if (before.verdict === after.verdict && before.sentence === after.sentence) return undefined;
  const difference = diffWordsWithSpace(before.sentence, after.sentence);
  return {
    id,
    direction: directionOf(before, after),
    before: {
      verdict: before.verdict,
      words: difference.flatMap(({ value, added, removed }) => (added ? [] : { text: value, isChanged: removed })),
    },
    after: {
      verdict: after.verdict,
      words: difference.flatMap(({ value, added, removed }) => (removed ? [] : { text: value, isChanged: added })),
    },
  };
}

function wordsOf(sentence: string): Words[] {
  return sentence === "" ? [] : [{ text: sentence, isChanged: false }];
}

function directionOf(before: ScreenCoverage, after: ScreenCoverage): Direction {
  if (before.verdict === after.verdict) return "reworded";
  return verdicts.indexOf(after.verdict) > verdicts.indexOf(before.verdict) ? "better" : "worse";
}
