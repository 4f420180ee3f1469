import { posix } from "node:path";
import { messageOf } from "../catalog/show-value.ts";
import type { Project } from "./project.ts";
import type { Step } from "./step.ts";
import { readsFile, readTsConfigs, type TsConfig } from "./tsconfig.ts";
import { isExcluded } from "./tsconfig-patterns.ts";

/** What is missing in tsconfig.json so that `tsc` reads these files. Undefined when it reads them. */
export function typesStep(project: Project, paths: readonly string[]): Step | undefined {
  let configs: readonly TsConfig[];
  try {
    configs = readTsConfigs(project, paths.map(posix.dirname));
  } catch (error) {
    return { text: `${messageOf(error)} Check that it includes ${paths.join(" and ")}.` };
  }
  const unread = paths.filter((path) => !configs.some((config) => readsFile(config, path)));
  // A configuration that only has references includes nothing.
  const config = configs.find(({ include }) => include.length > 0) ?? configs[0];
  if (unread.length === 0 || config === undefined) return undefined;

  const them = unread.length === 1 ? "it" : "them";
  const unless = `tsc does not read ${them} unless another file imports ${them}`;
  const excluding = config.exclude.filter((pattern) => unread.some((path) => isExcluded(path, pattern)));
  const remove = `Remove ${excluding.map((pattern) => `"${relative(config, pattern)}"`).join(" and ")} from its exclude.`;
  const added = unread.filter((path) => !readsFile({ ...config, exclude: [] }, path)).map(folderPattern);
  if (added.length === 0) {
    return { text: `${config.path} excludes ${unread.join(" and ")}: ${unless}. ${remove}` };
  }
  const include = [...new Set([...config.include, ...added])].map((pattern) => relative(config, pattern));
  const fix = `${excluding.length > 0 ? `${remove} ` : ""}Set its include to:`;
  return {
    text: `${config.path} does not include ${unread.join(" and ")}: ${unless}. ${fix}`,
    code: `"include": ${JSON.stringify(include).replaceAll('","', '", "')}`,
  };
}

/** The pattern for the folder of a file, or for the file itself in the root. */
function folderPattern(path: string): string {
  const folder = posix.dirname(path);
  if (folder === ".") return path;
  return folder.includes(".") ? `${folder}/**/*` : folder;
}

function relative({ path }: TsConfig, pattern: string): string {
  return posix.relative(posix.dirname(path), pattern);
}
