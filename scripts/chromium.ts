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

/** The Chromium that browser tests run in: `CHROMIUM_PATH`, else Playwright's own, else the system's. */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== "") {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}: no such file. Set it to a Chromium or unset it.`);
  }
  return [...playwrightPaths(), ...systemPaths()].find((path) => existsSync(path) && starts(path));
}

// Of the whole browser each window brings two pages for its address bar and a renderer in reserve, which take
// as long as the page itself.
const ofWindows = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"];

// Chromium reads only the last of such lists, so that what Playwright turns off has to be in it, too.
const ofPlaywright = [
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

/** Playwright's launch options for that Chromium. It is looked for when a browser is about to start, not before. */
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
    `--disable-features=${[...ofPlaywright, ...ofWindows].join()}`,
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
};

function playwrightPaths(): string[] {
  // Required here, since it takes a quarter of a second that most callers never need.
  const { chromium }: typeof import("playwright") = createRequire(import.meta.url)("playwright");
  const full = chromium.executablePath();
  return [full, ...headlessShells(full)];
}

/** Playwright names one of its two Chromiums; the smaller one lies in a folder of the same number beside it. */
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

/** Ubuntu's `chromium-browser` can be a mere note about a snap, and a download can lack the libraries it needs. */
function starts(path: string): boolean {
  // On Windows `--version` opens a window.
  if (process.platform === "win32") return true;
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}
