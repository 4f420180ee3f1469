import type { FullConfig, FullResult } from "@playwright/test/reporter";

/** Why a run is partial, as a clause for a sentence. Undefined for a whole run. */
export function whyPartial({ shard }: FullConfig, status: FullResult["status"]): string | undefined {
  if (status === "interrupted" || status === "timedout") return "the run was cut short";
  if (shard) return `this is shard ${shard.current} of ${shard.total}`;
  const filter = filterIn(process.argv.slice(2));
  return filter && `${filter} selects which tests run`;
}

/** Options that select tests. */
const filters = /^(-[gG]|--(grep|grep-invert|last-failed|only-changed|project|test-list|test-list-invert)(=|$))/;

/** Options with a separate value, which must not be mistaken for the name of a file. */
const withValue =
  /^(-[cju]|--(add-reporter|browser|config|debug|global-timeout|last-failed-file|max-failures|output|repeat-each|reporter|retries|run-agents|shard|shuffle|timeout|trace|tsconfig|ui-host|ui-port|update-snapshots|update-source-method|workers))$/;

/**
 * The first argument that selects tests: an option, or the name of a file. Read from the command line, since Playwright
 * does not report filters.
 */
function filterIn([command, ...args]: readonly string[]): string | undefined {
  if (command !== "test") return undefined;
  const end = args.indexOf("--");
  const relevant = end === -1 ? args : args.slice(0, end);
  return relevant.find((argument, index) => {
    if (argument.startsWith("-")) return filters.test(argument);
    const isValue = index > 0 && withValue.test(relevant[index - 1] as string);
    return !isValue;
  });
}
