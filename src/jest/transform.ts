import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Babel, toCommonJs } from "./to-commonjs.ts";

/** What Jest passes to a transformer. */
interface TransformOptions {
  readonly config: { readonly rootDir: string };
  readonly configString: string;
  /** Whether Jest loads the file as an ES module. */
  readonly supportsStaticESM: boolean;
}

interface Transformer {
  process(source: string, path: string, options: TransformOptions): { readonly code: string };
  getCacheKey(source: string, path: string, options: TransformOptions): string;
}

const { version } = createRequire(import.meta.url)("auth0-msw/package.json") as { readonly version: string };

let babel: Babel | undefined;

/** Jest's transformer for the ES modules of `withAuth0`: they become CommonJS, unless Jest loads them as ES modules. */
const transformer: Transformer = {
  process(source: string, path: string, { config, supportsStaticESM }: TransformOptions): { code: string } {
    if (supportsStaticESM || !/\b(import|export)\b/.test(source)) return { code: source };
    babel ??= findBabel(config.rootDir);
    return { code: toCommonJs(babel, source, path) };
  },
  getCacheKey(source: string, path: string, { configString, supportsStaticESM }: TransformOptions): string {
    const parts = [source, path, configString, supportsStaticESM, version];
    return createHash("sha256").update(parts.join("\0")).digest("hex");
  },
};

// oxlint-disable-next-line import/no-default-export -- Jest loads a transformer from its default export.
export default transformer;

/** Jest's own Babel, which strict package managers hide from this package. */
function findBabel(rootDir: string): Babel {
  const chain = ["jest", "@jest/core", "@jest/transform"];
  let require = createRequire(join(rootDir, "package.json"));
  for (const name of chain) require = createRequire(require.resolve(`${name}/package.json`));
  return require("@babel/core") as Babel;
}
