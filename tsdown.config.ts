import { defineConfig } from "tsdown";
import { writeLicences } from "./scripts/licences.ts";

export default defineConfig({
  entry: { index: "src/index.ts" },
  format: "esm",
  platform: "neutral",
  target: "es2024",
  fixedExtension: false,
  dts: { generator: "oxc" },
  deps: {
    onlyBundle: ["leven", "zod"],
    onlyImport: ["@faker-js/faker", "jose", "msw"],
  },
  hooks: {
    "build:done": ({ chunks, options }) => writeLicences(chunks, options.outDir),
  },
});
