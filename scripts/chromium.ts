import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const systemNames = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

const macPaths = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The Chromium for browser tests: `CHROMIUM_PATH`, or Playwright's own, or the system's. */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== "") {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}: no such file. Set it to a Chromium or unset it.`);
  }
  return [...playwrightPaths(), ...systemPaths()].find((path) => existsSync(path) && starts(path));
}

// With these on, each window of a full browser also starts two pages for its address bar and a spare renderer, which
// take as long as the page itself.
const windowFeatures = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"];

// Chromium reads only the last `--disable-features`, so it must include everything that Playwright turns off.
const playwrightFeatures = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
];

/** Playwright's launch options for that Chromium. The search runs only when a browser starts. */
export const launchOptions: { readonly executablePath: string; readonly args: string[] } = {
  get executablePath() {
    const path = findChromium();
    if (path === undefined) {
      throw new Error("No Chromium found. Run `npm run chromium` or set CHROMIUM_PATH.");
    }
    return path;
  },
  args: [
    ...(process.env.CI || process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    `--disable-features=${[...playwrightFeatures, ...windowFeatures].join()}`,
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
};

function playwrightPaths(): string[] {
  // Loaded on demand: it takes a quarter of a second, and most callers do not need it.
  const { chromium }: typeof import("playwright") = createRequire(import.meta.url)("playwright");
  const full = chromium.executablePath();
  return [full, ...headlessShells(full)];
}

/** Playwright reports only the larger of its two Chromiums. The smaller one is in a folder next to it, with the same build number. */
function headlessShells(full: string): string[] {
  const [, browsers, build] = /^(.*)[\\/]chromium-(\d+)[\\/]/.exec(full) ?? [];
  if (browsers === undefined) return [];
  const folder = join(browsers, `chromium_headless_shell-${build}`);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /[\\/](chrome-headless-shell|headless_shell)(\.exe)?$/.test(file))
    .map((file) => join(folder, file));
}

function systemPaths(): string[] {
  if (process.platform === "win32") {
    return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
      .flatMap((name) => process.env[name] ?? [])
      .map((folder) => join(folder, "Google", "Chrome", "Application", "chrome.exe"));
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return process.platform === "darwin" ? [...onPath, ...macPaths] : onPath;
}

/** Ubuntu's `chromium-browser` can be a placeholder for a snap, and a downloaded Chromium can miss system libraries. */
function starts(path: string): boolean {
  // On Windows `--version` opens a window.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
