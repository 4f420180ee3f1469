import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { check } from "recheck";
import { parseSync, Visitor } from "vite";
import { expect, test } from "vitest";
import { paths } from "../../scenarios/types.ts";
import { hostPattern, urlPattern } from "../../src/catalog/domain.ts";

// The one in JavaScript takes five times as long, and gives up on two patterns.
process.env["RECHECK_BACKEND"] = "native";

interface Pattern {
  readonly source: string;
  readonly flags: string;
}

interface Found {
  readonly patterns: ReadonlyMap<string, Pattern>;
  /** The files that build patterns at runtime. */
  readonly builders: ReadonlySet<string>;
}

/** All patterns of what is published. */
function findPatterns(): Found {
  const patterns = new Map<string, Pattern>();
  const builders = new Set<string>();
  for (const file of globSync("{src,scenarios}/**/*.{ts,tsx,cts}", { exclude: ["**/*.test.ts", "**/*.test-d.ts"] })) {
    const add = (source: string, flags: string): void => void patterns.set(`/${source}/${flags}`, { source, flags });
    const build = ({ callee }: { readonly callee: object }): void => {
      if ("name" in callee && callee.name === "RegExp") builders.add(file);
    };
    const { program, errors } = parseSync(file, readFileSync(file, "utf8"));
    if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
    new Visitor({
      Literal: (node) => {
        if ("regex" in node) add(node.regex.pattern, node.regex.flags);
      },
      NewExpression: build,
      CallExpression: build,
    }).visit(program);
  }
  return { patterns, builders };
}

const { patterns, builders } = findPatterns();

/** As in the two files for Playwright. */
const endpointPattern = new RegExp(`(${Object.values(paths).join("|")})([?#]|$)`);

const domain = { host: "demo.eu.auth0.com", port: "8443", path: "/auth0" };

/** The patterns that files build at runtime, or why theirs are harmless. */
const built: Readonly<Record<string, readonly RegExp[] | string>> = {
  "src/catalog/domain.ts": [
    urlPattern([], "/oauth/ro"),
    urlPattern([domain, { ...domain, port: "443" }, { ...domain, port: "80" }], "/oauth/ro"),
    hostPattern([]),
    hostPattern([domain]),
  ],
  "src/cli/tsconfig-patterns.ts": "They match the few short paths that `init` writes.",
  "src/playwright/pass-worker.ts": [endpointPattern],
  "src/playwright/route-auth0.ts": [endpointPattern],
  "src/runner/to-have-shown.ts": "The pattern is the test's own.",
};

test("knows every place that builds a pattern", () => {
  expect([...builders].toSorted()).toEqual(Object.keys(built).toSorted());
});

test("finds patterns in every kind of file", () => {
  expect(patterns.size).toBeGreaterThan(90);
});

test("no pattern takes more than linear time", async () => {
  const runtime = Object.values(built).flatMap((each) => (typeof each === "string" ? [] : each));
  const all = [...patterns.values(), ...runtime].values();
  const faults: string[] = [];
  // Each check is a process of its own.
  const checkRest = async (): Promise<void> => {
    for (const { source, flags } of all) {
      const checked = await check(source, flags);
      if (checked.status === "safe") continue;
      const why = checked.status === "vulnerable" ? checked.attack.pattern : checked.error.kind;
      faults.push(`/${source}/${flags} is ${checked.status}: ${why}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, checkRest));
  expect(faults).toEqual([]);
}, 120_000);
