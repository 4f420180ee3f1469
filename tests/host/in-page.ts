import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import type { Page } from "playwright";
import type { Transport } from "./wire.ts";

const source = readFileSync(new URL("wire.ts", import.meta.url), "utf8");
// A string, because the compiler of these tests would replace a real `import()`.
const wire = `import("data:text/javascript,${encodeURIComponent(stripTypeScriptTypes(source))}")`;

/** Runs a transport of `wire.ts` inside a page, from Node. */
export function inPage(page: Page, stack: "viaFetch" | "viaXhr"): Transport {
  return async (request) => {
    const stacks = await page.evaluateHandle<typeof import("./wire.ts")>(wire);
    return stacks.evaluate((all, [name, sent]) => all[name](sent), [stack, request] as const);
  };
}
