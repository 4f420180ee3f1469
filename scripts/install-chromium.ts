import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import isInsideContainer from "is-inside-container";
import { findChromium } from "./chromium.ts";

const downloadLimit = 120_000;
const packageLimit = 300_000;

function run(command: string, args: string[], timeout: number, stderr: "inherit" | "ignore" = "inherit"): void {
  console.log(`$ ${command} ${args.join(" ")}`);
  // The exit code does not matter. Success means that a Chromium is found afterwards.
  spawnSync(command, args, { stdio: ["ignore", "inherit", stderr], timeout });
}

function download(): void {
  const playwright = dirname(createRequire(import.meta.url).resolve("playwright/package.json"));
  // Tests need only the headless shell, which has its own folder.
  const args = [join(playwright, "cli.js"), "install", "--only-shell", "chromium"];
  // Without a network it would print five stack traces.
  run(process.execPath, args, downloadLimit, "ignore");
}

/** Only as root in a container or in CI, so that no one's own system is changed. */
function installPackage(): void {
  const isDisposable = process.getuid?.() === 0 && (process.env.CI !== undefined || isInsideContainer());
  if (!isDisposable || !succeeds("apt-get", ["--version"])) return;
  const aptGet = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"];
  run("env", [...aptGet, "update"], packageLimit);
  // Not every distribution has a package for the headless shell.
  for (const name of ["chromium-headless-shell", "chromium"]) {
    if (find() !== undefined) return;
    // Without a font, texts have no size and cannot be clicked.
    run("env", [...aptGet, "install", "-y", "--no-install-recommends", name, "fonts-liberation"], packageLimit);
  }
}

function succeeds(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

function fail(message: string): never {
  console.error(message);
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
    "No Chromium found for the browser tests, and Playwright's could not be downloaded. Run " +
      "`npx playwright install --with-deps chromium` or install the `chromium` package of your system, " +
      "or set CHROMIUM_PATH to a Chromium executable.",
  );
}
console.log(`Chromium: ${path}`);
