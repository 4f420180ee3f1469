import { gzipSync } from "node:zlib";
import { build } from "tsdown";
import { library } from "../tsdown.config.ts";

/** A part of the package that a bundler adds to an app. */
interface Part {
  readonly what: string;
  readonly entry: string;
  /** A module that it loads on demand, which is counted too. */
  readonly loads?: string;
  /** Imports that are not counted. */
  readonly without?: RegExp;
  /** In bytes. */
  readonly budget: number;
}

const parts: readonly Part[] = [
  // A fifth of it is summaries, sources and examples, for `auth0.scenarios`. A tenth masks secrets and limits the log.
  {
    what: "Answers that are switched on",
    entry: "src/mock-auth0.ts",
    without: /\/(options|custom-scenarios)\.ts$/,
    budget: 14_900,
  },
  // Zod is 6 kB of it. The rest is the schemas with their error messages.
  { what: "With the check of the options, by zod", entry: "src/mock-auth0.ts", budget: 24_800 },
  {
    what: "With the live tenant, without faker and jose",
    entry: "src/mock-auth0.ts",
    loads: "src/live/index.ts",
    budget: 31_320,
  },
  // An app and Storybook load it when it is opened.
  { what: "The switcher, with Lit", entry: "src/panel/auth0-scenarios.ts", budget: 24_320 },
  {
    what: "With its editor of answers",
    entry: "src/panel/auth0-scenarios.ts",
    loads: "src/panel/answer-form.ts",
    budget: 26_000,
  },
  { what: "The button in a page, with Lit", entry: "src/browser/switcher.ts", budget: 13_950 },
  {
    what: "With the drawer and the switcher in it",
    entry: "src/browser/switcher.ts",
    loads: "src/browser/dock.ts",
    budget: 35_000,
  },
];

/** A part's size in bytes, bundled with all its imports except MSW, minified and gzipped. */
async function sizeOf({ entry, loads, without }: Part): Promise<number> {
  const { bundles } = await build({
    ...library,
    config: false,
    entry,
    // As in an app, where nothing imports the entry, so that shared code may stay in it.
    inputOptions: { preserveEntrySignatures: "allow-extension" },
    deps: { alwaysBundle: [/./], neverBundle: [/^(msw|jose|@faker-js)(\/|$)/, ...(without ? [without] : [])] },
    minify: true,
    sourcemap: false,
    dts: false,
    write: false,
    clean: false,
    hooks: {},
    logLevel: "silent",
  });
  const chunks = bundles.flatMap((bundle) => bundle.chunks).filter((chunk) => chunk.type === "chunk");
  const counted = new Set(chunks.filter((chunk) => chunk.isEntry || (loads && chunk.facadeModuleId?.endsWith(loads))));
  for (const { imports } of counted) {
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) counted.add(chunk);
  }
  return Array.from(counted, ({ code }) => gzipSync(code, { level: 9 }).length).reduce((sum, size) => sum + size, 0);
}

/** Every part with its size in bytes. */
export async function sizes(): Promise<(Part & { readonly size: number })[]> {
  const measured = [];
  for (const part of parts) measured.push({ ...part, size: await sizeOf(part) });
  return measured;
}

if (import.meta.main) {
  for (const { what, size, budget } of await sizes()) {
    const isOver = size > budget;
    console.log(`${isOver ? "✗" : "✓"} ${what}: ${size} of ${budget} bytes`);
    if (isOver) process.exitCode = 1;
  }
}
