import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** Test files that find a wrong answer fast. Most mutants need no other file. */
const first = [/\/reference\.test/, /\/catalog\.test/, /\/src\/.*\.test/];

/** Runs the test files that find mutants fastest first. */
export class FastestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const found = first.findIndex((pattern) => pattern.test(moduleId));
      return found < 0 ? first.length : found;
    };
    return files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  }
}
