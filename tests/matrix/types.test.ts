import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../helpers/run.ts";
import { runsAll } from "../helpers/runs-all.ts";
import { emptyProject, installed } from "./npm.ts";
import { record } from "./results.ts";

const compilers = ["5.9.3", "6.0.3", "7.0.2"] as const;

type Version = (typeof compilers)[number];

const resolutions = {
  bundler: { module: "preserve", moduleResolution: "bundler" },
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  node16: { module: "node16", moduleResolution: "node16" },
  // The default of Angular for years. TypeScript 7 no longer has it. MSW's own declarations have errors under it.
  node: { module: "esnext", moduleResolution: "node", skipLibCheck: true },
} as const;

type Resolution = keyof typeof resolutions;

const cells = compilers.flatMap((version) =>
  (Object.keys(resolutions) as Resolution[])
    .filter((resolution) => resolution !== "node" || !version.startsWith("7"))
    .map((resolution) => ({ version, resolution })),
);

const core = `
import { mockAuth0, type ScenarioId } from "auth0-msw";
import { isolate } from "auth0-msw/node";
import { withAuth0 } from "auth0-msw/jest/config";
const auth0 = mockAuth0({ domain: "demo.eu.auth0.com" });
const id: ScenarioId = "oauth-ro/user-blocked";
auth0.use(id);
// @ts-expect-error: a wrong name
auth0.use("oauth-ro/user-bloked");
// @ts-expect-error: not a number
const status: string = auth0.scenarios[0]!.status;
await isolate(auth0, async () => auth0.calls("oauth-ro"));
export { withAuth0, status };
`;
// What needs a newer resolution.
const withExports = `${core}
import { startAuth0 } from "auth0-msw/browser";
import { setupServer } from "msw/node";
setupServer(...auth0.handlers);
export { startAuth0 };
`;

const folder = emptyProject();
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  const typescripts = compilers.map((version) => `typescript-${version}@npm:typescript@${version}`);
  await installed(folder, ["msw@3", "@types/node@24", ...typescripts]);
});

const rows = cells.map(({ version, resolution }) => [version, resolution]);

/** TypeScript 5 and 6 take seconds for the declarations of Node and the DOM, so that every change runs a few of these. */
const always = new Set([
  "5.9.3 nodenext",
  "5.9.3 node",
  "6.0.3 bundler",
  "7.0.2 bundler",
  "7.0.2 nodenext",
  "7.0.2 node16",
]);

for (const { version, resolution } of cells) {
  const isAlways = always.has(`${version} ${resolution}`);
  test.runIf(isAlways || runsAll)(`TypeScript ${version}, ${resolution}`, async () => {
    record("types", rows, [version, resolution], isAlways);
    expect(await errorsOf(version, resolution)).toBe("");
  });
}

test("`typesVersions` lists the types of every entry", () => {
  const { exports, typesVersions } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
  const entries = Object.entries(exports).flatMap(([name, { types }]) =>
    name === "." || types === undefined ? [] : [[name.slice(2), [types]]],
  );
  expect(typesVersions["*"]).toEqual(Object.fromEntries(entries));
});

interface Manifest {
  readonly exports: Readonly<Record<string, { readonly types?: string }>>;
  readonly typesVersions: { readonly "*": Readonly<Record<string, readonly string[]>> };
}

/** What the compiler says about a project, the declarations of all packages included. */
async function errorsOf(version: Version, resolution: Resolution): Promise<string> {
  const file = `${resolution}.ts`;
  writeFileSync(join(folder, file), resolution === "node" ? core : withExports);
  const compilerOptions = {
    target: "ES2024",
    lib: ["ES2024", "DOM"],
    types: ["node"],
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    ...resolutions[resolution],
    ...(version.startsWith("6") && resolution === "node" && { ignoreDeprecations: "6.0" }),
  };
  const config = `tsconfig.${version}.${resolution}.json`;
  writeFileSync(join(folder, config), JSON.stringify({ compilerOptions, files: [file] }));
  const compiler = join(folder, "node_modules", `typescript-${version}`, "bin", "tsc");
  const { code, out, err } = await run(process.execPath, [compiler, "-p", config], { cwd: folder });
  return code === 0 ? "" : `${out}${err}`;
}
