import type { ScreenCoverage } from "../report.ts";

/** What became of a failure since an earlier report. */
export type Direction = "worse" | "better" | "reworded" | "new" | "gone";

/** A part of a sentence. */
export interface Words {
  readonly text: string;
  /** It is not in the other sentence. */
  readonly isChanged: boolean;
}

interface Version {
  readonly verdict: ScreenCoverage["verdict"];
  readonly words: readonly Words[];
}

/** A failure whose sentence or verdict is not what it was. */
export interface Change {
  readonly id: string;
  readonly direction: Direction;
  /** Undefined when the screen was not watched then. */
  readonly before: Version | undefined;
  /** Undefined when the screen was not watched now. */
  readonly after: Version | undefined;
}

/** The changes since an earlier report. */
export interface Changes {
  /** The name of the earlier report's file. */
  readonly against: string;
  readonly list: readonly Change[];
}
