import type { FullConfig, FullResult } from "@playwright/test/reporter";

/** Why a run is only a part of what there is to run, as a clause; undefined when it is the whole. */
export function reasonOfPart({ shard }: FullConfig, status: FullResult["status"]): string | undefined {
  if (status === "interrupted" || status === "timedout") return "the run was cut short";
  if (shard) return `this is shard ${shard.current} of ${shard.total}`;
  const filter = filterIn(process.argv.slice(2));
  return filter && `${filter} picks what to run`;
}

const filters = /^(-[gG]|--(grep|grep-invert|last-failed|only-changed|project|test-list|test-list-invert)(=|$))/;

/** What may take the next word for its value. */
const takesWord =
  /^(-[cju]|--(add-reporter|browser|config|debug|global-timeout|last-failed-file|max-failures|output|repeat-each|reporter|retries|run-agents|shard|shuffle|timeout|trace|tsconfig|ui-host|ui-port|update-snapshots|update-source-method|workers))$/;

// Playwright tells its reporters of no filter, so that only its command line shows it.
function filterIn([command, ...args]: readonly string[]): string | undefined {
  if (command !== "test") return undefined;
  const end = args.indexOf("--");
  return args
    .slice(0, end === -1 ? undefined : end)
    .find(
      (word, index, words) => filters.test(word) || (!word.startsWith("-") && !takesWord.test(words[index - 1] ?? "")),
    );
}
