import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
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

function installPackage(): void {
  if (process.platform !== "linux" || !succeeds("apt-get", ["--version"])) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && !succeeds("sudo", ["-n", "true"])) return;
  const aptGet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"];
  const [command, first] = isRoot ? ["env", aptGet.slice(1)] : ["sudo", ["-n", ...aptGet]];
  run(command, [...first, "update"], packageLimit);
  // Not every distribution has the headless shell on its own.
  for (const name of ["chromium-headless-shell", "chromium"]) {
    if (find() !== undefined) return;
    // Without any font, texts have no size and cannot be clicked.
    run(command, [...first, "install", "-y", "--no-install-recommends", name, "fonts-liberation"], packageLimit);
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
    "No Chromium for the browser tests, and none could be installed: install one " +
      "(`npx playwright install --with-deps chromium`, or your system's package `chromium`), " +
      "or set CHROMIUM_PATH to its executable.",
  );
}
console.log(`Chromium: ${path}`);
