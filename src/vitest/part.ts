import type { TestRunEndReason, TestSpecification, Vitest } from "vitest/node";

/** Why a run is only a part of what there is to run, as a clause; undefined when it is the whole. */
export async function reasonOfPart(
  vitest: Vitest,
  specifications: readonly TestSpecification[],
  reason: TestRunEndReason,
): Promise<string | undefined> {
  const { mergeReports, watch, shard, project, testNamePattern, tagsFilter = [] } = vitest.config;
  // Who merges reports says that they are the whole.
  if (mergeReports) return undefined;
  if (reason === "interrupted") return "the run was cut short";
  if (watch) return "this is watch mode";
  if (shard) return `this is shard ${shard.index} of ${shard.count}`;
  if (testNamePattern) return `only tests named like ${testNamePattern} ran`;
  if (tagsFilter.length > 0) return `only tests tagged ${tagsFilter.join(", ")} ran`;
  // What is excluded, such as by `--project=!slow`, is not to count; what is picked is not all that counts.
  const picked = project.filter((name) => !name.startsWith("!"));
  if (picked.length > 0) return `only the projects that match ${picked.join(", ")} ran`;
  if (specifications.some(({ testLines = [] }) => testLines.length > 0)) return "only tests at some lines ran";
  const all = await vitest.globTestSpecifications();
  if (specifications.length < all.length) return `only ${specifications.length} of ${all.length} test files ran`;
  return undefined;
}
