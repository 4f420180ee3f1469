import { gzipSync } from "node:zlib";
import { build } from "tsdown";
import { library } from "../tsdown.config.ts";

/** A part of the package, as a bundler adds it to an app. */
interface Part {
  readonly what: string;
  readonly entry: string;
  /** What is not counted: loaded on demand, or there anyway. */
  readonly without: readonly (string | RegExp)[];
  /** In bytes. */
  readonly budget: number;
}

const msw = /^msw(\/|$)/;
const onDemand = [/^jose(\/|$)/, /^@faker-js\//];
const live = /\/live\/index\.ts$/;

const parts: readonly Part[] = [
  // Two fifths of it are the catalog: `auth0.scenarios` can tell all of it at any time.
  { what: "Answers that are switched on", entry: "src/index.ts", without: [msw, live], budget: 11_500 },
  {
    what: "With the live tenant, without faker and jose",
    entry: "src/index.ts",
    without: [msw, ...onDemand],
    budget: 22_700,
  },
  { what: "The switcher, with Lit", entry: "src/panel/auth0-scenarios.ts", without: [], budget: 18_000 },
  { what: "With its button and drawer", entry: "src/browser/switcher.ts", without: [msw], budget: 20_500 },
];

/** A part's size in bytes: bundled to one file, minified and gzipped. */
async function sizeOf({ entry, without }: Part): Promise<number> {
  const { bundles } = await build({
    ...library,
    config: false,
    entry,
    deps: { alwaysBundle: [/./], neverBundle: [...without] },
    outputOptions: { ...library.outputOptions, codeSplitting: false },
    minify: true,
    dts: false,
    write: false,
    clean: false,
    hooks: {},
    logLevel: "silent",
  });
  const [chunk] = bundles.flatMap(({ chunks }) => chunks);
  if (chunk?.type !== "chunk") throw new Error(`${entry} makes no bundle.`);
  return gzipSync(chunk.code, { level: 9 }).length;
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
