import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { confirm, isCancel, text } from "@clack/prompts";
import { paint } from "../coverage/paint.ts";
import { showChange } from "./diff-view.ts";
import { type Change, makePlan } from "./plan.ts";
import { print, printError } from "./print.ts";
import { readProject } from "./project.ts";

interface InitOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly public?: string;
}

/** Adds what the project needs and does not have. Returns the exit code. */
export async function init(root: string, options: InitOptions): Promise<number> {
  const project = readProject(root);
  const isInteractive = process.stdin.isTTY && process.stdout.isTTY;
  const isAsking = isInteractive && !options.yes && !options.dryRun;

  let folder = options.public ?? project.publicFolder;
  if (folder === undefined && isAsking) {
    const answer = await text({
      message: "Which folder has the static files of your app? Leave it empty for none.",
      placeholder: "public",
    });
    if (isCancel(answer)) return cancelled();
    folder = answer?.trim() || undefined;
  }

  const { changes, done, left, next } = makePlan(project, folder?.replace(/[\\/]+$/, ""));
  const refused = changes.filter(({ overwrites }) => overwrites && !options.force);
  const writable = changes.filter((change) => !refused.includes(change));

  for (const path of done) print(`${paint("green", "✓")} ${path} is up to date.`);
  for (const change of changes) print(`\n${showChange(change)}`);
  for (const note of left) print(`\n${note}`);
  for (const { path } of refused) {
    printError(`\n${path} exists and differs, so it was not changed. Use --force to overwrite it.`);
  }
  const outcome = refused.length === 0 ? 0 : 1;

  if (writable.length === 0) {
    print(refused.length === 0 ? "\nNothing to do." : "\nNothing written.");
    return outcome;
  }
  const names = writable.map(({ path }) => path).join(", ");
  if (options.dryRun) {
    print(`\nDry run: nothing written. This would write ${names}.`);
    return outcome;
  }
  if (!options.yes) {
    if (!isInteractive) {
      printError("\nNothing written: there is no terminal for the question. Run again with --yes.");
      return 1;
    }
    const answer = await confirm({ message: `Write ${names}?` });
    if (isCancel(answer) || !answer) return cancelled();
  }

  for (const change of writable) write(root, change);
  print(`\n${paint("green", "✓")} Wrote ${names}.`);
  for (const note of next) print(`\n${note}`);
  return outcome;
}

function cancelled(): number {
  print("Nothing written.");
  return 1;
}

function write(root: string, { path, before, after }: Change): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  // A file that was created after the diff was shown is not overwritten.
  writeFileSync(full, after, { flag: before === null ? "wx" : "w" });
}
