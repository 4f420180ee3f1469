import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { confirm, isCancel, text } from "@clack/prompts";
import { paint } from "../coverage/paint.ts";
import { showChange } from "./diff-view.ts";
import { type Change, makePlan } from "./plan.ts";
import { print, printError } from "./print.ts";
import { readProject } from "./project.ts";
import { showNote, showStep, type Step } from "./step.ts";

interface InitOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly public?: string;
}

/** Adds what is missing in the project. Returns the exit code. */
export async function init(root: string, options: InitOptions): Promise<number> {
  const project = readProject(root);
  const isInteractive = process.stdin.isTTY && process.stdout.isTTY;
  const isAsking = isInteractive && !options.yes && !options.dryRun;

  let folder = options.public ?? project.publicFolder;
  if (folder === undefined && isAsking) {
    const answer = await text({
      message: "Which folder has your app's static files? Leave empty to skip.",
      placeholder: "public",
    });
    if (isCancel(answer)) return cancelled();
    folder = answer?.trim() || undefined;
  }

  const { changes, done, skipped, next } = makePlan(project, folder?.replace(/[\\/]+$/, ""));
  const blocked = changes.filter(({ overwrites }) => overwrites && !options.force);
  const writable = changes.filter((change) => !blocked.includes(change));

  for (const path of done) print(`${paint("green", "✓")} ${path} is up to date.`);
  for (const change of changes) print(`\n${showChange(change)}`);
  for (const step of skipped) print(`\n${showStep(step)}`);
  for (const { path } of blocked) {
    printError(`\n${path} exists and differs, so it was not changed. Use --force to overwrite it.`);
  }
  const exitCode = blocked.length === 0 ? 0 : 1;

  if (writable.length === 0) {
    const open = blocked.length === 0 ? next.filter(({ isUsage }) => !isUsage) : [];
    print(blocked.length > 0 ? "\nNothing written." : open.length > 0 ? "\nNothing to write." : "\nNothing to do.");
    printSteps(open);
    return exitCode;
  }
  const names = writable.map(({ path }) => path).join(", ");
  if (options.dryRun) {
    print(`\n${showNote(`Dry run: nothing written. This would write ${names}.`)}`);
    printSteps(next);
    return exitCode;
  }
  if (!options.yes) {
    if (!isInteractive) {
      printError("\nNothing written: this is not an interactive terminal. Run again with --yes.");
      return 1;
    }
    const answer = await confirm({ message: `Write ${names}?` });
    if (isCancel(answer) || !answer) return cancelled();
  }

  for (const change of writable) write(root, change);
  print(`\n${showNote(`✓ Wrote ${names}.`).replace("✓", paint("green", "✓"))}`);
  printSteps(next);
  return exitCode;
}

function printSteps(steps: readonly Step[]): void {
  if (steps.length > 0) print(`\n${paint("bold", "Next steps")}`);
  for (const step of steps) print(`\n${showStep(step)}`);
}

function cancelled(): number {
  print("Nothing written.");
  return 1;
}

function write(root: string, { path, before, after }: Change): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  // Do not overwrite a file that was created after the diff was shown.
  writeFileSync(full, after, { flag: before === null ? "wx" : "w" });
}
