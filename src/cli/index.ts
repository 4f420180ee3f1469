#!/usr/bin/env node
import { createRequire } from "node:module";
import { Command, Option } from "commander";
import type { GalleryOptions } from "./gallery/gallery.ts";
import { messageOf } from "../catalog/show-value.ts";
import type { ReportOptions } from "./report.ts";
import { mswIsMissing, print, printError } from "./print.ts";

const { version } = createRequire(import.meta.url)("auth0-msw/package.json") as { readonly version: string };

const program = new Command("auth0-msw")
  .description(
    "Every documented failure of Auth0's POST /oauth/ro and POST /passwordless/start as a switchable MSW scenario.",
  )
  .version(version, "-v, --version")
  .addOption(new Option("-V").hideHelp())
  .on("option:V", () => {
    print(version);
    process.exit(0);
  })
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

program
  .command("show")
  .configureOutput(withExample("npx auth0-msw show oauth-ro/user-blocked"))
  .description("show one scenario: the answer, the request that provokes it, and the lines for a test and a story")
  .argument("<id>", 'for example "oauth-ro/user-blocked"')
  .option("--json", "as JSON, with all fields")
  .action(async (id: string, options: object) => {
    const { show } = await import("./show.ts");
    print(show(id, options));
  });

program
  .command("missing")
  .configureOutput(withExample("npx auth0-msw missing coverage/auth0.json"))
  .description("list the failures that no test has met, with the line that would exercise each")
  .argument("<coverage.json>", "the file that a coverage reporter wrote")
  .option("--json", "as JSON")
  .action(async (file: string, options: object) => {
    const { missing } = await import("./missing.ts");
    print(await missing(process.cwd(), file, options));
  });

program
  .command("report")
  .configureOutput(withExample("npx auth0-msw report coverage/auth0.json"))
  .description("write a report of failure coverage as a page that shows each failure and what the screen said")
  .argument("<coverage.json>", "the file that a coverage reporter wrote")
  .option("--html [file]", "the page to write; auth0-report.html beside the JSON file by default")
  .option("--against <earlier.json>", "an earlier report, to show what changed")
  .option("--force", "overwrite a file that is no earlier page")
  .action(async (file: string, options: ReportOptions) => {
    const { report } = await import("./report.ts");
    print(await report(process.cwd(), file, options));
  });

program
  .command("gallery")
  .configureOutput(withExample("npx auth0-msw gallery storybook-static"))
  .description("play the stories of a Storybook once for each failure, and report what the screen said")
  .argument("<storybook>", "the folder of a built Storybook, or the address of a running one")
  .option("--story <id...>", "only stories whose ids begin with one of these")
  .addOption(new Option("--include <failures>", "which failures").choices(["documented", "all"]).default("documented"))
  .option("--threshold <limit...>", 'when to fail: "met=100" percent, "silent=0", "raw=0" and so on')
  .option("--output <file...>", "files to write: .json for `auth0-msw report`, .md for a pull request")
  .option("--force", "overwrite output files that are no earlier reports")
  .option("--screenshots", "take a picture of each screen, beside the first output file")
  .option("--width <pixels>", "the width of the page", "390")
  .option("--executable-path <file>", "the Chromium or Chrome to use instead of Playwright’s")
  .action(async (storybook: string, options: GalleryOptions) => {
    const { gallery } = await import("./gallery/gallery.ts");
    if (!(await gallery(process.cwd(), storybook, options))) process.exitCode = 1;
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

/** Adds an example to the error when an argument is missing. */
function withExample(example: string): { readonly outputError: (text: string) => void } {
  return {
    outputError(text) {
      const message = formatParserError(text);
      printError(message.startsWith("Missing required argument") ? `${message} For example: ${example}` : message);
    },
  };
}

/** Formats an error of the parser like the other errors of this package. */
function formatParserError(text: string): string {
  const [start = "", advice = ""] = text.trimEnd().split("\n(Did you mean ");
  if (!start.startsWith("error: ")) return text.trimEnd();
  const what = start.slice("error: ".length).replace(/\.$/, "").replaceAll("'", '"');
  const nearest = advice.replace(/^one of /, "").replace(/\?\)$/, "");
  return `${what.charAt(0).toUpperCase()}${what.slice(1)}.${nearest && ` Did you mean "${nearest}"?`}`;
}
