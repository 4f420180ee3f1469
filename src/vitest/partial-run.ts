import type { TestRunEndReason, TestSpecification, Vitest } from "vitest/node";

/** Why a run is partial, as a clause for a sentence. Undefined for a whole run. */
export async function whyPartial(
  vitest: Vitest,
  specifications: readonly TestSpecification[],
  reason: TestRunEndReason,
): Promise<string | undefined> {
  const { mergeReports, watch, shard, project, testNamePattern, tagsFilter = [] } = vitest.config;
  // Merged reports count as a whole run.
  if (mergeReports) return undefined;
  if (reason === "interrupted") return "the run was cut short";
  if (watch) return "this is watch mode";
  if (shard) return `this is shard ${shard.index} of ${shard.count}`;
  if (testNamePattern) return `only tests named like ${testNamePattern} ran`;
  if (tagsFilter.length > 0) return `only tests tagged ${tagsFilter.join(", ")} ran`;
  // A run that excludes projects, such as `--project=!slow`, counts as whole. One that selects projects does not.
  const selected = project.filter((name) => !name.startsWith("!"));
  if (selected.length > 0) return `only the projects that match ${selected.join(", ")} ran`;
  if (specifications.some(({ testLines = [] }) => testLines.length > 0)) return "only tests at some lines ran";
  const all = await vitest.globTestSpecifications();
  if (specifications.length < all.length) return `only ${specifications.length} of ${all.length} test files ran`;
  return undefined;
}
