import { fileURLToPath } from "node:url";
import type { InlineConfig } from "vite";
import { viteFinal as viteFinalOfPackage } from "../src/storybook/preset.ts";

export { staticDirs } from "../src/storybook/preset.ts";

// Storybook finds these entries in a package by name. An addon that is a file has to list them.

export function managerEntries(entries: readonly string[] = []): string[] {
  return [...entries, source("manager/index.tsx")];
}

export function previewAnnotations(entries: readonly string[] = []): string[] {
  return [...entries, source("preview/index.ts")];
}

/** From source, `auth0-msw` is not a package in node_modules, so its dependencies are listed without it. */
export function viteFinal(config: InlineConfig): InlineConfig {
  const packaged = viteFinalOfPackage(config);
  const include = packaged.optimizeDeps?.include?.map((each) => each.replace(/^auth0-msw > /, "")) ?? [];
  return { ...packaged, optimizeDeps: { ...packaged.optimizeDeps, include: [...include, "leven", "zod/mini"] } };
}

function source(file: string): string {
  return fileURLToPath(new URL(`../src/storybook/${file}`, import.meta.url));
}
