import { globSync } from "node:fs";
import { importsOf } from "./imports-of.ts";

interface Rule {
  readonly files: RegExp;
  /** What the files may import by a statement. */
  readonly imports: RegExp;
  /** What they may load by `import()` besides; an `import type` of a package among these is fine, too. */
  readonly loads?: RegExp;
}

const entries = "node|browser|storybook|vitest|playwright|cli";

/** What stands between the engine and the entries, for any entry that needs it. */
const shared = "panel|coverage|worker";

/** The direction of imports, from the data up to the entries. The first rule that fits a file holds. */
const rules: readonly Rule[] = [
  { files: /^scenarios\//, imports: /^scenarios\// },
  // What callers give is read with zod; what answers a request that is forced does without.
  { files: /^src\/(parse|options|custom-scenarios)\.ts$/, imports: /^(scenarios\/|src\/[^/]+$|zod\/mini$)/ },
  { files: /^src\/mock-auth0\.ts$/, imports: /^(scenarios\/|src\/[^/]+$|msw$)/ },
  {
    files: /^src\/[^/]+$/,
    imports: /^(scenarios\/|src\/(?!(parse|options|custom-scenarios)\.ts$)[^/]+$|msw$|leven$)/,
    loads: /^src\/live\//,
  },
  { files: /^src\/live\/\w+-id-token\.ts$/, imports: /^(scenarios\/|src\/[^/]+$|src\/live\/|jose(\/|$))/ },
  {
    files: /^src\/live\//,
    imports: /^(scenarios\/|src\/[^/]+$|src\/live\/(?!\w+-id-token\.ts$)|zod\/mini$)/,
    loads: /^(src\/live\/|@faker-js\/faker(\/|$))/,
  },
  { files: /^src\/panel\//, imports: /^(scenarios\/|src\/[^/]+$|src\/panel\/|lit(\/|$))/ },
  { files: /^src\/coverage\//, imports: /^(scenarios\/|src\/[^/]+$|src\/coverage\/|node:)/ },
  { files: /^src\/worker\//, imports: /^(scenarios\/|src\/[^/]+$|src\/worker\/|msw(\/|$))/ },
  ...entries.split("|").map((entry) => ({
    files: new RegExp(`^src/${entry}/`),
    // Tests under Vitest are isolated as any others in Node.
    imports: new RegExp(`^(?!src/(?!(${entry === "vitest" ? "vitest|node" : entry})/|(${shared})/)[^/]+/)`),
  })),
  { files: /^\.storybook\/local-preset\.ts$/, imports: /^(src\/storybook\/preset\.ts|node:url|vite)$/ },
  { files: /^(stories|\.storybook)\//, imports: /^(?!src\/|scenarios\/)/ },
];

const sources = globSync(["scenarios/**/*.ts", "src/**/*.{ts,tsx}", "{stories,.storybook}/**/*.{ts,tsx}"])
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !/\.test(-d)?\.tsx?$/.test(file));

const faults = sources.flatMap((file) => {
  const rule = rules.find(({ files }) => files.test(file));
  if (rule === undefined) return [`${file}: no rule says what it may import. Add one to scripts/check-imports.ts.`];
  return importsOf(file)
    .filter(({ target, isLazy, isType }) => {
      if (rule.imports.test(target)) return false;
      const isLoadable = rule.loads?.test(target) === true;
      return !isLoadable || !(isLazy || (isType && !target.startsWith("src/")));
    })
    .map(({ target, isLazy }) => `${file} must not ${isLazy ? "load" : "import"} ${target}`);
});

for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
console.log(`The imports of ${sources.length} files keep their direction.`);
