import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import type { Page } from "playwright";
import type { Transport } from "./wire.ts";

const source = readFileSync(new URL("wire.ts", import.meta.url), "utf8");
// As a text, for who compiles these tests has an `import()` of its own.
const wire = `import("data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(source))}")`;

/** A transport of `wire.ts` that is used inside a page, from Node. */
export function inPage(page: Page, stack: "viaFetch" | "viaXhr"): Transport {
  return async (request) => {
    const stacks = await page.evaluateHandle<typeof import("./wire.ts")>(wire);
    return stacks.evaluate((all, [name, asked]) => all[name](asked), [stack, request] as const);
  };
}
