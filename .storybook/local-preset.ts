import { fileURLToPath } from "node:url";
import type { InlineConfig } from "vite";
import { viteFinal as asPackaged } from "../src/storybook/preset.ts";

// Storybook finds these in a package by their names; where the addon is a file, the file has to say.

export function managerEntries(entries: readonly string[] = []): string[] {
  return [...entries, source("manager/index.tsx")];
}

export function previewAnnotations(entries: readonly string[] = []): string[] {
  return [...entries, source("preview/index.ts")];
}

/** From source there is no package that brings its own dependencies. */
export function viteFinal(config: InlineConfig, options: { readonly configDir: string }): InlineConfig {
  const packaged = asPackaged(config, options);
  const include = packaged.optimizeDeps?.include?.map((each) => each.replace(/^auth0-msw > /, "")) ?? [];
  return { ...packaged, optimizeDeps: { ...packaged.optimizeDeps, include: [...include, "leven", "zod/mini"] } };
}

function source(file: string): string {
  return fileURLToPath(new URL(`../src/storybook/${file}`, import.meta.url));
}
