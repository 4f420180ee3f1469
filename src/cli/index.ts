#!/usr/bin/env node
import { createRequire } from "node:module";
import { Command, Option } from "commander";
import { mswIsMissing } from "./msw-is-missing.ts";
import { print, printError } from "./print.ts";

const { version } = createRequire(import.meta.url)("auth0-msw/package.json") as { readonly version: string };

const program = new Command("auth0-msw")
  .description("Every documented failure of the Auth0 Authentication API as a switchable MSW scenario.")
  .version(version)
  .configureOutput({ outputError: (text) => printError(inOneVoice(text)) });

program
  .command("init")
  .description("puts the worker file, a test set-up file and the Storybook lines in place; shows the diff first")
  .option("-y, --yes", "write without asking")
  .option("--dry-run", "only show the diff")
  .option("--force", "overwrite files that are there and differ")
  .option("--public <folder>", "the folder that the app serves as it stands")
  .action(async (options: object) => {
    const { init } = await import("./init.ts");
    process.exitCode = await init(process.cwd(), options);
  });

program
  .command("list")
  .description("prints the catalog")
  .argument("[endpoint]", '"oauth-ro" or "passwordless-start"; both when left out')
  .option("--json", "as JSON, with everything that is known of each scenario")
  .addOption(new Option("--markdown", "as a Markdown table").conflicts("json"))
  .action(async (endpoint: string | undefined, options: { readonly json?: boolean; readonly markdown?: boolean }) => {
    const { list } = await import("./list.ts");
    print(list(endpoint, options.json ? "json" : options.markdown ? "markdown" : "text"));
  });

try {
  await program.parseAsync();
} catch (error) {
  printError(whyItFailed(error));
  process.exitCode = 1;
}

function whyItFailed(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.includes("Cannot find package 'msw'") ? mswIsMissing : message;
}

/** What the parser says, in the words of this package’s other errors. */
function inOneVoice(text: string): string {
  const [, what = "", , nearest] = /^error: (.*?)\.?(\n\(Did you mean (?:one of )?(.*?)\?\))?\s*$/s.exec(text) ?? [];
  if (what === "") return text.trimEnd();
  const quoted = `${what.charAt(0).toUpperCase()}${what.slice(1)}`.replaceAll("'", '"');
  return `${quoted}.${nearest === undefined ? "" : ` Did you mean "${nearest}"?`}`;
}
