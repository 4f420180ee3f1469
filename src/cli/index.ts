#!/usr/bin/env node
import { createRequire } from "node:module";
import { Command, Option } from "commander";
import { messageOf } from "../catalog/show-value.ts";
import { mswIsMissing, print, printError } from "./print.ts";

const { version } = createRequire(import.meta.url)("auth0-msw/package.json") as { readonly version: string };

const program = new Command("auth0-msw")
  .description(
    "Every documented failure of Auth0's POST /oauth/ro and POST /passwordless/start as a switchable MSW scenario.",
  )
  .version(version)
  .configureOutput({ outputError: (text) => printError(formatParserError(text)) });

program
  .command("init")
  .description(
    "add the worker file, a test setup file and the Storybook config; show the diff first, and the next steps",
  )
  .option("-y, --yes", "write without asking")
  .option("--dry-run", "show the diff and the next steps, write nothing")
  .option("--force", "overwrite existing files that differ")
  .option("--public <folder>", "the folder with your app's static files")
  .action(async (options: object) => {
    const { init } = await import("./init.ts");
    process.exitCode = await init(process.cwd(), options);
  });

program
  .command("list")
  .description("list all scenarios")
  .argument("[endpoint]", '"oauth-ro" or "passwordless-start"; both by default')
  .option("--status <code|class>", "only this status: a code (401), a class (4xx), or none")
  .option("--json", "as JSON, with all fields")
  .addOption(new Option("--markdown", "as a Markdown table").conflicts("json"))
  .action(async (endpoint: string | undefined, options: object) => {
    const { list } = await import("./list.ts");
    print(list(endpoint, options));
  });

try {
  await program.parseAsync();
} catch (error) {
  printError(describeError(error));
  process.exitCode = 1;
}

function describeError(error: unknown): string {
  const message = messageOf(error);
  return message.includes("Cannot find package 'msw'") ? mswIsMissing : message;
}

/** Formats an error of the parser like the other errors of this package. */
function formatParserError(text: string): string {
  const [, what = "", , nearest] = /^error: (.*?)\.?(\n\(Did you mean (?:one of )?(.*?)\?\))?\s*$/s.exec(text) ?? [];
  if (what === "") return text.trimEnd();
  const quoted = `${what.charAt(0).toUpperCase()}${what.slice(1)}`.replaceAll("'", '"');
  return `${quoted}.${nearest === undefined ? "" : ` Did you mean "${nearest}"?`}`;
}
