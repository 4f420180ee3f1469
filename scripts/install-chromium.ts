import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import isInsideContainer from "is-inside-container";
import { findChromium } from "./chromium.ts";

const downloadLimit = 120_000;
const packageLimit = 300_000;

function run(command: string, args: string[], timeout: number, stderr: "inherit" | "ignore" = "inherit"): void {
  console.log(`$ ${command} ${args.join(" ")}`);
  // Success is a Chromium that is found afterwards.
  spawnSync(command, args, { stdio: ["ignore", "inherit", stderr], timeout });
}

function download(): void {
  const playwright = dirname(createRequire(import.meta.url).resolve("playwright/package.json"));
  // The headless shell has its own folder and is all that a test needs.
  const args = [join(playwright, "cli.js"), "install", "--only-shell", "chromium"];
  // Where the download is not to be had, it would print five stack traces.
  run(process.execPath, args, downloadLimit, "ignore");
}

/** Only where nobody's own system is changed by it: as root, in a container or in CI. */
function installPackage(): void {
  const isOurs = process.getuid?.() === 0 && (process.env.CI !== undefined || isInsideContainer());
  if (!isOurs || !succeeds("apt-get", ["--version"])) return;
  const aptGet = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"];
  run("env", [...aptGet, "update"], packageLimit);
  // Not every distribution has the headless shell on its own.
  for (const name of ["chromium-headless-shell", "chromium"]) {
    if (find() !== undefined) return;
    // Without any font, texts have no size and cannot be clicked.
    run("env", [...aptGet, "install", "-y", "--no-install-recommends", name, "fonts-liberation"], packageLimit);
  }
}

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function find(): string | undefined {
  try {
    return findChromium();
  } catch (error) {
    fail((error as Error).message);
  }
}

let path = find();
for (const install of [download, installPackage]) {
  if (path !== undefined) break;
  install();
  path = find();
}

if (path === undefined) {
  fail(
    "No Chromium for the browser tests, and Playwright's own could not be downloaded. Run " +
      "`npx playwright install --with-deps chromium` or install your system's package `chromium`, " +
      "or set CHROMIUM_PATH to the executable of one.",
  );
}
console.log(`Chromium: ${path}`);
