import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { confirm, isCancel, text } from "@clack/prompts";
import { paint } from "../coverage/paint.ts";
import { showChange } from "./diff-view.ts";
import { type Change, hasOnlyTests, makePlan } from "./plan.ts";
import { print, printError } from "./print.ts";
import { readProject } from "./project.ts";
import { showNote, showStep, type Step } from "./step.ts";
import { whyOutside, write } from "./write.ts";

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

  const onlyTests = hasOnlyTests(project);
  let given = options.public;
  if (given === undefined && project.publicFolder === undefined && !onlyTests && isAsking) {
    const answer = await text({
      message: "Which folder has your app's static files? Leave empty to skip.",
      placeholder: "public",
    });
    if (isCancel(answer)) return cancelled();
    given = answer?.trim() || undefined;
  }
  if (given !== undefined) checkFolder(root, given);
  const folder = given ?? (onlyTests ? undefined : project.publicFolder);

  const { changes, done, skipped, next } = makePlan(
    project,
    folder && relative(root, resolve(root, folder)).replaceAll("\\", "/"),
  );
  const blocked = changes.flatMap((change) => {
    const why = whyBlocked(root, change, options);
    return why === undefined ? [] : [{ change, why }];
  });
  const writable = changes.filter((each) => !blocked.some(({ change }) => change === each));

  for (const path of done) print(`${paint("green", "✓")} ${path} is up to date.`);
  for (const change of changes) print(`\n${showChange(change)}`);
  for (const step of skipped) print(`\n${showStep(step)}`);
  for (const { why } of blocked) printError(`\n${why}`);
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

  for (const { path, before, after } of writable) write(root, path, after, { overwrites: before !== null });
  print(`\n${showNote(`✓ Wrote ${names}.`).replace("✓", paint("green", "✓"))}`);
  printSteps(next);
  return exitCode;
}

function printSteps(steps: readonly Step[]): void {
  if (steps.length > 0) print(`\n${paint("bold", "Next steps")}`);
  for (const step of steps) print(`\n${showStep(step)}`);
}

/** Throws when a folder that the user named does not exist: a typo would create another. */
function checkFolder(root: string, folder: string): void {
  if (whyOutside(root, folder) !== undefined) return;
  if (statSync(resolve(root, folder), { throwIfNoEntry: false })?.isDirectory()) return;
  throw new Error(`There is no folder ${folder} in ${root}. Check the name, or create the folder, and run again.`);
}

function cancelled(): number {
  print("Nothing written.");
  return 1;
}

/** Why a file may not be written. Undefined when it may. */
function whyBlocked(root: string, { path, overwrites }: Change, { force }: InitOptions): string | undefined {
  return overwrites && !force
    ? `${path} exists and differs, so it was not changed. Use --force to overwrite it.`
    : whyOutside(root, path);
}
