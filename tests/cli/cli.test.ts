import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { auth0Msw, manifest, project, removeProjects, repository, runNode, unwrapped, worker } from "./project.ts";

afterAll(removeProjects);

/** The setup file of an example. The example's runner tests it. */
function example(path: string): string {
  return readFileSync(join(repository, "examples", path), "utf8").replace(/^\/\/.*\n/, "");
}

const viteAndVitest = manifest({ devDependencies: { vite: "8", vitest: "5", typescript: "5" } });

const storybookMain = `import type { StorybookConfig } from '@storybook/react-vite';

const config: StorybookConfig = {
  stories: ['../src/**/*.stories.@(js|jsx)'], // addons: [
  addons: [
    // MSW
    'msw-storybook-addon',
  ],
  typescript: { reactDocgenTypescriptOptions: { propFilter: (prop) => !/node_modules\\/addons: \\[/.test(prop.name) } },
};
export default config;
`;

describe("init", { concurrent: true }, () => {
  test("adds worker, setup file and Storybook config; a second run has nothing to do", async () => {
    const { init, read, has } = project({
      "package.json": viteAndVitest,
      "vitest.config.ts": 'export default { test: { setupFiles: ["./src/auth0-mock.ts"] } };\n',
      "src/main.ts": "",
      ".storybook/main.ts": storybookMain,
      ".storybook/preview.ts": "export default {};\n",
    });
    const first = await init("--yes");
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(read("public/mockServiceWorker.js")).toBe(worker);
    expect(read("src/auth0-mock.ts")).toBe(example("vitest/auth0-mock.ts"));
    expect(read(".storybook/main.ts")).toBe(
      storybookMain.replace("    // MSW", "    'auth0-msw/storybook',\n    // MSW"),
    );
    expect(read(".storybook/preview.ts")).toBe('/// <reference types="auth0-msw/storybook" />\nexport default {};\n');
    expect(first.out).toContain("+    'auth0-msw/storybook',");
    expect(first.out).toContain('import("auth0-msw/browser")');
    expect(first.out).toContain('    import { auth0 } from "./auth0-mock";');

    const second = await init();
    expect(second).toMatchObject({ code: 0, err: "" });
    expect(second.out).toMatch(/\nNothing to do\.\n$/);
    expect(has("public/auth0-mock.ts")).toBe(false);
  });

  test("shows the diff and writes nothing without a terminal", async () => {
    const { init, has } = project({ "package.json": viteAndVitest });
    const { code, out, err } = await init();
    expect(code).toBe(1);
    expect(out).toContain("+++ public/mockServiceWorker.js (new,");
    expect(out).toContain("+export const auth0 = setupAuth0();");
    expect(err.trim()).toBe("Nothing written: this is not an interactive terminal. Run again with --yes.");
    expect([has("public"), has("auth0-mock.ts")]).toEqual([false, false]);
  });

  test("--dry-run only shows the diff", async () => {
    const { init, has } = project({ "package.json": viteAndVitest });
    const { code, out } = await init("--dry-run");
    expect(code).toBe(0);
    expect(unwrapped(out)).toContain("This would write public/mockServiceWorker.js, auth0-mock.ts.");
    expect(has("public")).toBe(false);
  });

  test("overwrites nothing without --force", async () => {
    const theirs = {
      "package.json": viteAndVitest,
      "public/mockServiceWorker.js": "an older worker\n",
      "tests/auth0-mock.ts": "export const mine = 1;\n",
    };
    const { init, read } = project(theirs);
    const blocked = await init("--yes");
    expect(blocked.code).toBe(1);
    expect(blocked.out).toContain("-an older worker");
    expect(blocked.err).toContain(
      "public/mockServiceWorker.js exists and differs, so it was not changed. Use --force to overwrite it.",
    );
    for (const [path, text] of Object.entries(theirs)) expect(read(path)).toBe(text);

    expect(await init("--yes", "--force")).toMatchObject({ code: 0, err: "" });
    expect(read("public/mockServiceWorker.js")).toBe(worker);
    expect(read("tests/auth0-mock.ts")).toContain("setupAuth0()");
  });

  test("keeps a setup file that the user has changed", async () => {
    const mine = 'import { mockAuth0 } from "auth0-msw";\nexport const auth0 = mockAuth0({ seed: 7 });\n';
    const { init, read } = project({ "package.json": viteAndVitest, "auth0-mock.ts": mine });
    expect(await init("--yes")).toMatchObject({ code: 0 });
    expect(read("auth0-mock.ts")).toBe(mine);
  });

  test.each([
    [
      "Jest",
      { type: "module", devDependencies: { jest: "30" } },
      "auth0-mock.js",
      example("jest/auth0-mock.js"),
      'export default withAuth0({ setupFilesAfterEnv: ["./auth0-mock.js"] });',
    ],
    [
      "Jest in CommonJS, configured in package.json",
      { type: "commonjs", devDependencies: { jest: "30" }, jest: { testEnvironment: "jsdom" } },
      "auth0-mock.js",
      'const { setupAuth0 } = require("auth0-msw/jest");\n\nexports.auth0 = setupAuth0();\n',
      '    "preset": "auth0-msw/jest",\n    "setupFilesAfterEnv": ["./auth0-mock.js"],\n',
    ],
    [
      "node:test",
      { type: "commonjs", scripts: { test: "node --import ./x.mjs --test" } },
      "auth0-mock.mjs",
      example("node-test/auth0-mock.mjs"),
      "node --import ./auth0-mock.mjs --test",
    ],
  ])("writes the tested setup file for %s", async (_runner, more, path, text, usage) => {
    const { init, read } = project({ "package.json": manifest(more) });
    const { code, out } = await init("--yes");
    expect(code).toBe(0);
    expect(read(path)).toBe(text);
    expect(out).toContain(usage);
    expect(out).not.toContain("worker");
  });

  test("writes a setup file that works in node:test unchanged", async () => {
    const { init, root } = project({
      "package.json": manifest({ scripts: { test: "node --test" } }),
      "sign-in.test.js": `import { test } from "node:test";
import assert from "node:assert";
import { auth0 } from "./auth0-mock.js";
test("blocked", async () => {
  auth0.use("oauth-ro/user-blocked");
  const response = await fetch("https://demo.auth0.com/oauth/ro", { method: "POST" });
  assert.equal(response.status, 401);
});`,
    });
    await init("--yes");
    symlinkSync(repository, join(root, "node_modules/auth0-msw"));
    const { code, out } = await runNode(root, "--conditions=auth0-msw-source", "--test");
    expect([code, /pass (\d)/.exec(out)?.[1]]).toEqual([0, "1"]);
  });

  test.each([
    ["Next", manifest({ dependencies: { next: "16" } }), {}, "public"],
    ["SvelteKit", manifest({ devDependencies: { vite: "8", "@sveltejs/kit": "3" } }), {}, "static"],
    [
      "a publicDir",
      manifest({ devDependencies: { vite: "8" } }),
      { "vite.config.ts": 'x({ publicDir: "web" })' },
      "web",
    ],
    ["an existing public folder", manifest({}), { "public/robots.txt": "" }, "public"],
  ])("finds the public folder of %s", async (_name, packageJson, files, folder) => {
    const { init, read } = project({ "package.json": packageJson, ...files });
    await init("--yes");
    expect(read(`${folder}/mockServiceWorker.js`)).toBe(worker);
  });

  test("--public sets another folder", async () => {
    const { init, read } = project({ "package.json": viteAndVitest, "apps/web/static/robots.txt": "" });
    await init("--yes", "--public", "apps/web/static/");
    expect(read("apps/web/static/mockServiceWorker.js")).toBe(worker);
  });

  test("--public does not create a misspelt folder", async () => {
    const { init, has, root } = project({ "package.json": viteAndVitest });
    expect(await init("--yes", "--public", "pubilc")).toEqual({
      code: 1,
      out: "",
      err: `There is no folder pubilc in ${root}. Check the name, or create the folder, and run again.\n`,
    });
    expect(has("pubilc")).toBe(false);
  });

  test("says when the public folder is unknown", async () => {
    const { init } = project({ "package.json": manifest({ devDependencies: { webpack: "5" } }) });
    expect(unwrapped((await init("--yes")).out)).toContain(
      "The worker file was skipped: the public folder is unknown. Pass it with --public <folder>.",
    );
  });

  test.each([
    ["src/main.tsx", { "src/main.tsx": "" }],
    ["src/index.jsx", { "src/index.jsx": "" }],
    [
      "app/start.ts",
      { "app/start.ts": "", "src/main.ts": "", "index.html": '<script type="module" src="/app/start.ts">' },
    ],
    ["such as src/main.ts", {}],
  ])("names the entry of the app: %s", async (entry, files) => {
    const { init } = project({ "package.json": viteAndVitest, ...files });
    expect((await init("--dry-run")).out).toContain(`In the entry of your app, ${entry}, before it renders:`);
  });

  test.each([
    ["a spread", "export default { ...base, stories: [] };\n"],
    ["a part of an object", "const x = { main: { stories: [] } };\nexport default x.main;\n"],
    ["a function", "export default createMain({ stories: [] });\n"],
    ["two lists", "export default { addons: [], features: { addons: [] } };\n"],
    ["a list from elsewhere", "export default { addons };\n"],
    ["a file that cannot be read", "export default { addons: [ ` };\n"],
  ])("shows what to add to Storybook when there is %s", async (_name, main) => {
    const { init, read } = project({ "package.json": viteAndVitest, ".storybook/main.ts": main });
    const { code, out } = await init("--yes");
    expect(code).toBe(0);
    expect(read(".storybook/main.ts")).toBe(main);
    expect(unwrapped(out)).toContain("Add it by hand, before other MSW addons:");
    expect(out).toContain('\n    addons: ["auth0-msw/storybook", …]\n');
  });

  test.each([
    ["addons: []", 'addons: ["auth0-msw/storybook"]'],
    ["addons: ['a', 'b']", "addons: ['auth0-msw/storybook', 'a', 'b']"],
    ["'addons': [\r\n\t'a'\r\n]", "'addons': [\r\n\t'auth0-msw/storybook',\r\n\t'a'\r\n]"],
    ["addons: [\n  ]", 'addons: [\n    "auth0-msw/storybook",\n  ]'],
    ["addons: [getPath(`a${b}`)]", 'addons: ["auth0-msw/storybook", getPath(`a${b}`)]'],
  ])("adds to %j", async (list, expected) => {
    const { init, read } = project({
      "package.json": manifest({}),
      ".storybook/main.js": `export default { ${list} };\n`,
    });
    await init("--yes");
    expect(read(".storybook/main.js")).toBe(`export default { ${expected} };\n`);
  });

  test.each([
    [
      "const config: StorybookConfig = {\n  stories: ['a', ...more],\n};\n\nexport default config;\n",
      "const config: StorybookConfig = {\n  addons: ['auth0-msw/storybook'],\n  stories: ['a', ...more],\n};\n\nexport default config;\n",
    ],
    [
      "const config = {\r\n\t// All\r\n\tstories: [],\r\n} satisfies StorybookConfig;\r\nexport default config;\r\n",
      'const config = {\r\n\taddons: ["auth0-msw/storybook"],\r\n\t// All\r\n\tstories: [],\r\n} satisfies StorybookConfig;\r\nexport default config;\r\n',
    ],
    ["export default { stories: [] };\n", 'export default { addons: ["auth0-msw/storybook"], stories: [] };\n'],
    [
      "export default defineMain({\n  stories: [],\n});\n",
      'export default defineMain({\n  addons: ["auth0-msw/storybook"],\n  stories: [],\n});\n',
    ],
    ["module.exports = { stories: [] };\n", 'module.exports = { addons: ["auth0-msw/storybook"], stories: [] };\n'],
  ])("adds addons to %j", async (main, expected) => {
    const { init, read } = project({ "package.json": manifest({}), ".storybook/main.ts": main });
    await init("--yes");
    expect(read(".storybook/main.ts")).toBe(expected);
    expect((await init("--yes")).out).toContain(".storybook/main.ts is up to date.");
  });

  test("shows what to add to a preview in CSF Next", async () => {
    const preview = "export default definePreview({ addons: [] });\n";
    const { init, read } = project({
      "package.json": viteAndVitest,
      ".storybook/main.ts": storybookMain,
      ".storybook/preview.tsx": preview,
    });
    const { out } = await init("--yes");
    expect(read(".storybook/preview.tsx")).toBe(preview);
    expect(unwrapped(out)).toContain("Add addonAuth0() to its addons, and this line:");
    expect(out).toContain('\n    import addonAuth0 from "auth0-msw/storybook";\n');
  });

  test("reports a missing or broken package.json, and missing MSW", async () => {
    const nowhere = project({});
    expect(await nowhere.init("--yes")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^There is no package\.json in .*\. Run this in the root of your project\.\n$/),
    });
    const broken = project({ "package.json": "{" });
    expect(await broken.init("--yes")).toMatchObject({ code: 1, err: expect.stringContaining("cannot be read") });
    const bare = project({ "package.json": viteAndVitest }, { msw: false });
    expect(await bare.init("--yes")).toMatchObject({
      code: 1,
      err: "MSW is not installed here. Run: npm install --save-dev msw\n",
    });
  });
});

test.each([
  [["lst"], 'Unknown command "lst". Did you mean "list"?'],
  [["list", "--jsno"], 'Unknown option "--jsno". Did you mean "--json"?'],
  [["list", "oauth-or"], 'Unknown endpoint "oauth-or". Did you mean "oauth-ro"?'],
  [["list", "--json", "--markdown"], 'Option "--markdown" cannot be used with option "--json".'],
  [["init", "--forec"], 'Unknown option "--forec". Did you mean "--force"?'],
  [["list", "foo"], 'Unknown endpoint "foo". Give "oauth-ro" or "passwordless-start".'],
  [["show", "nope"], 'Unknown scenario "nope". To see all scenarios, run: npx auth0-msw list'],
  [
    ["show", "oauth-ro"],
    '"oauth-ro" is an endpoint, not a scenario. To see its scenarios, run: npx auth0-msw list oauth-ro',
  ],
  [
    ["show", "oauth-ro/live"],
    '"oauth-ro/live" is no failure: with it, the demo tenant answers. Switch back to it with auth0.use("oauth-ro/live").',
  ],
  [["show"], 'Missing required argument "id". For example: npx auth0-msw show oauth-ro/user-blocked'],
  [["report"], 'Missing required argument "coverage.json". For example: npx auth0-msw report coverage/auth0.json'],
  [["gallery", "x", "--threshold", "silent"], 'Invalid --threshold "silent": it has no number. Give silent=0.'],
  [
    ["gallery", "x", "--threshold", "dead end"],
    'Invalid --threshold "dead end": it has no number. Give "dead end=0", in quotes.',
  ],
  [
    ["gallery", "x", "--threshold", "met=all"],
    'Invalid --threshold "met=all": it has no number. Give a percentage such as 100, or a limit such as silent=0.',
  ],
])("rejects %j and says what to do", async (args, message) => {
  expect(await auth0Msw(repository, ...args)).toEqual({ code: 1, out: "", err: `${message}\n` });
});

test.each(["--version", "-v", "-V"])("prints the version with %s", async (option) => {
  const { version } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as { version: string };
  expect(await auth0Msw(repository, option)).toEqual({ code: 0, out: `${version}\n`, err: "" });
});

test("prints --help", async () => {
  const { code, out } = await auth0Msw(repository, "--help");
  expect(code).toBe(0);
  expect(out).toMatch(/\binit\b[^]*\blist\b/);
});
