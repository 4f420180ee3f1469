import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "../helpers/run.ts";
import { manifest, project, removeProjects, repository, unwrapped } from "./project.ts";

afterAll(removeProjects);

const withVitest = manifest({ devDependencies: { vitest: "5" } });
const withTypeScript = manifest({ devDependencies: { vitest: "5", typescript: "7" } });
const withPlaywright = manifest({ devDependencies: { "@playwright/test": "1" } });

/** What `init --yes` prints after it wrote. */
async function nextSteps(files: Readonly<Record<string, string>>): Promise<string> {
  const { code, out, err } = await project(files).init("--yes");
  expect([code, err]).toEqual([0, ""]);
  return out.split("\nNext steps\n")[1] ?? "";
}

describe("setupFiles", { concurrent: true }, () => {
  const steps = (config: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
    nextSteps({ "package.json": withVitest, "tests/a.test.js": "", "vitest.config.ts": config, ...more });

  test.each([
    ["a list", 'export default { test: { setupFiles: ["./tests/auth0-mock.js"] } };'],
    ["one string", "export default { test: { setupFiles: 'tests/auth0-mock' } };"],
    ["one of several", 'x({ test: { setupFiles: ["./tests/a.js", `./tests/auth0-mock.js`] } });'],
    ["a URL", 'x({ test: { setupFiles: [fileURLToPath(new URL("./tests/auth0-mock.js", import.meta.url))] } });'],
    ["one of two projects", 'x({ a: { setupFiles: ["./b.js"] }, c: { "setupFiles": ["./tests/auth0-mock.js"] } });'],
  ])("are not mentioned when they name the file in %s", async (_name, config) => {
    expect(await steps(config)).not.toContain("setupFiles");
  });

  test.each([
    ["imports it", 'import "./auth0-mock.js";\n'],
    ["makes a mock itself", 'import { setupAuth0 } from "auth0-msw/vitest";\nexport const auth0 = setupAuth0();\n'],
  ])("are not mentioned when a file that they name %s", async (_name, setup) => {
    const config = 'export default { test: { setupFiles: ["./tests/setup.js"] } };';
    expect(await steps(config, { "tests/setup.js": setup })).not.toContain("setupFiles");
    const other = await steps(config, { "tests/setup.js": `// ${setup.replaceAll("\n", " ")}\n` });
    expect(unwrapped(other)).toContain("setupFiles in vitest.config.ts does not have tests/auth0-mock.js. Add to it:");
  });

  test.each([
    [
      "no setupFiles",
      'import { defineConfig } from "vitest/config"; export default defineConfig({ test: { environment: "jsdom" } });',
      "Found no setupFiles in vitest.config.ts. Add to its test options: ",
      '    setupFiles: ["./tests/auth0-mock.js"],\n',
    ],
    [
      "them in a comment",
      'export default { test: {} }; // setupFiles: ["./tests/auth0-mock.js"]',
      "Found no setupFiles in vitest.config.ts.",
      '    setupFiles: ["./tests/auth0-mock.js"],\n',
    ],
    [
      "no test options",
      'import { defineConfig } from "vite"; export default defineConfig({});',
      'Add to the config, and import defineConfig from "vitest/config":',
      '    test: { setupFiles: ["./tests/auth0-mock.js"] },\n',
    ],
    [
      "projects",
      'export default { test: { projects: [{ test: { name: "unit" } }] } };',
      "Add to the test options of each project that needs it:",
      '    setupFiles: ["./tests/auth0-mock.js"],\n',
    ],
    [
      "other files",
      'export default { test: { setupFiles: ["./auth0-mock.js", "./other.js"] } };',
      "setupFiles in vitest.config.ts does not have tests/auth0-mock.js. Add to it:",
      '    "./tests/auth0-mock.js",\n',
    ],
    [
      "a list from elsewhere",
      'import { setupFiles } from "./shared"; export default { test: { setupFiles } };',
      "init cannot tell whether setupFiles in vitest.config.ts has tests/auth0-mock.js. If not, add:",
      '    "./tests/auth0-mock.js",\n',
    ],
  ])("are explained when the config has %s", async (_name, config, text, code) => {
    const out = await steps(config);
    expect(unwrapped(out)).toContain(text);
    expect(out).toContain(code);
  });

  test("are explained without a config", async () => {
    const out = await nextSteps({ "package.json": withVitest });
    expect(out).toContain("No Vitest config found. Create vitest.config.mjs:\n");
    expect(out).toContain('    export default defineConfig({ test: { setupFiles: ["./auth0-mock.js"] } });\n');
  });

  test.each([
    ["vitest.config.ts", { "vite.config.ts": "x({ test: {} })", "vitest.config.ts": "x({ test: {} })" }, "vitest"],
    ["vite.config.ts", { "vite.config.ts": "x({ test: {} })" }, "vitest"],
    [
      "config/unit.ts",
      { "vite.config.ts": "x({})", "config/unit.ts": "x({})" },
      "tsc && vitest run --config config/unit.ts",
    ],
  ])("are looked up in %s", async (path, files, script) => {
    const packageJson = manifest({ devDependencies: { vitest: "5" }, scripts: { test: script } });
    expect(await nextSteps({ "package.json": packageJson, ...files })).toContain(`Found no setupFiles in ${path}.`);
  });
});

describe("tsconfig.json", { concurrent: true }, () => {
  const storybook = {
    ".storybook/main.ts": "export default { addons: [] };\n",
    ".storybook/preview.ts": "export {};\n",
  };

  /** The files of the project that the real `tsc` reads, from its root. */
  async function readByTsc(root: string): Promise<string[]> {
    const tsc = join(repository, "node_modules/.bin/tsc");
    const { out } = await run(tsc, ["--listFilesOnly"], { cwd: root });
    const name = `/${basename(root)}/`;
    return out.split("\n").flatMap((path) => (path.includes(name) ? (path.split(name)[1] ?? []) : []));
  }

  test.each([
    ['{ "include": ["src"] }', true],
    ['{ "include": ["./src/"] }', true],
    ['{ "include": ["."] }', false],
    ["{}", false],
    ['{ "include": ["tests", "src"] }', false],
    ['{ "include": ["tests/*"] }', false],
    ['{ "include": ["tests/*.tsx", "src"] }', true],
    ['{ "include": ["*"], "files": ["src/a.ts"] }', true],
    ['{ "include": ["**/*.ts"] }', false],
    ['{ "include": ["**/auth0-*"] }', false],
    ['{ "include": ["t?sts/*", "src"] }', false],
    ['{ "include": ["test", "src"] }', true],
    ['{ "include": ["**/*"], "exclude": ["tests"] }', true],
    ['{ "include": ["**/*"], "exclude": ["**/auth0-mock.*"] }', true],
    ['{ "include": ["**/*"], "exclude": ["**/auth0"] }', false],
    ['{ "include": ["**/*"], "exclude": ["test", "*.ts"] }', false],
    ['{ "files": ["src/a.ts"] }', true],
    ['{ "files": ["src/a.ts", "./tests/auth0-mock.ts"] }', false],
    ['{ "include": ["src"], /* "tests" */ // "tests"\n "exclude": [], }', true],
  ])("is read as tsc does: %s", async (tsconfig, isMissing) => {
    const { init, root } = project({
      "package.json": withTypeScript,
      "src/a.ts": "export {};\n",
      "tests/a.ts": "export {};\n",
      "tsconfig.json": tsconfig,
    });
    const { out } = await init("--yes");
    const read = await readByTsc(root);
    expect(read).not.toEqual([]);
    expect([out.includes("tsconfig.json"), !read.includes("tests/auth0-mock.ts")]).toEqual([isMissing, isMissing]);
  });

  test.each([
    ['{ "include": ["src"] }', '"include": ["src", "tests", ".storybook/**/*"]'],
    ['{ "include": ["src", "tests", ".storybook"] }', '"include": ["src", "tests", ".storybook", ".storybook/**/*"]'],
    ["{}", '"include": ["**/*", ".storybook/**/*"]'],
  ])("%s needs the line that init prints", async (tsconfig, line) => {
    const files = { "package.json": withTypeScript, "src/a.ts": "", "tests/a.ts": "", ...storybook };
    const first = project({ ...files, "tsconfig.json": tsconfig });
    expect((await first.init("--yes")).out).toContain(`Set its include to:\n\n    ${line}\n`);

    const { init, root } = project({ ...files, "tsconfig.json": `{ ${line} }` });
    expect((await init("--yes")).out).not.toContain("tsconfig.json");
    const read = await readByTsc(root);
    expect(read).toContain("tests/auth0-mock.ts");
    expect(read).toContain(".storybook/preview.ts");
  });

  test("is followed to what it references and extends", async () => {
    const files = {
      "package.json": withTypeScript,
      "tests/a.ts": "",
      "tsconfig.json":
        '{ "files": [], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./app/tsconfig.json" }] }',
      "tsconfig.node.json": '{ "include": ["*.config.ts"] }',
      "app/tsconfig.json": '{ "extends": "../configs/base" }',
    };
    const excluded = await nextSteps({
      ...files,
      "configs/base.json": '{ "include": ["../tests"], "exclude": ["../tests"] }',
    });
    expect(unwrapped(excluded)).toContain("tsconfig.node.json does not include tests/auth0-mock.ts:");
    expect(excluded).toContain('    "include": ["*.config.ts", "tests"]\n');
    expect(await nextSteps({ ...files, "configs/base.json": '{ "include": ["../tests"] }' })).not.toContain("tsconfig");
  });

  test.each([
    ["the folder's own tsconfig.json", { "tests/tsconfig.json": "{}" }, ""],
    ["a script", { "tsconfig.test.json": '{ "include": ["tests"] }' }, "tsc --noEmit && tsc -p tsconfig.test.json"],
  ])("is not mentioned when %s reads the file", async (_name, files, types) => {
    const packageJson = manifest({ devDependencies: { vitest: "5", typescript: "7" }, scripts: { types } });
    const steps = await nextSteps({
      "package.json": packageJson,
      "tests/a.ts": "",
      "tsconfig.json": '{ "include": ["src"] }',
      ...files,
    });
    expect(steps).not.toContain("tsconfig");
  });

  test("is named with what it excludes, or with why it cannot be read", async () => {
    const files = { "package.json": withTypeScript, "tests/a.ts": "" };
    const excluding = await nextSteps({ ...files, "tsconfig.json": '{ "exclude": ["tests"] }' });
    expect(unwrapped(excluding)).toContain(
      'tsconfig.json excludes tests/auth0-mock.ts: tsc does not read it unless another file imports it. Remove "tests" from its exclude.',
    );
    const broken = await nextSteps({ ...files, "tsconfig.json": '{ "include": [' });
    expect(unwrapped(broken)).toMatch(
      /tsconfig\.json cannot be read: .* Check that it includes tests\/auth0-mock\.ts\./,
    );
  });
});

describe("Playwright", { concurrent: true }, () => {
  const fixture = '    import { expect, test } from "auth0-msw/playwright";\n';

  test.each([
    ["no config", {}, '    reporter: [["list"], ["auth0-msw/playwright/reporter"]],\n'],
    ["no reporter", "export default {};", '    reporter: [["list"], ["auth0-msw/playwright/reporter"]],\n'],
    ["one reporter", 'x({ reporter: "html" });', '    reporter: [["html"], ["auth0-msw/playwright/reporter"]],\n'],
    ["a list of reporters", 'x({ reporter: [["html"]] });', '    ["auth0-msw/playwright/reporter"],\n'],
  ])("needs its fixture and a reporter when there is %s", async (_name, config, line) => {
    const { init } = project({
      "package.json": withPlaywright,
      ...(typeof config === "string" ? { "playwright.config.ts": config } : {}),
    });
    const { code, out, err } = await init();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain(fixture);
    expect(out).toContain(line);
    expect(out).not.toContain("test setup file");
  });

  test("needs nothing that it has", async () => {
    const config = 'x({ testDir: "./checks", reporter: [["list"], ["auth0-msw/playwright/reporter"]] });';
    const files = { "package.json": withPlaywright, "playwright.config.ts": config };
    const imported = 'import { test } from "auth0-msw/playwright";\n';
    const done = await project({ ...files, "checks/users/a.spec.ts": imported }).init();
    expect(done.out).toMatch(/\nNothing to do\.\n$/);
    const elsewhere = await project({ ...files, "tests/a.spec.ts": imported }).init();
    expect(elsewhere.out).toMatch(/\nNothing to write\.\n\nNext steps\n/);
    expect(elsewhere.out).toContain(fixture);
    expect(elsewhere.out).not.toContain("reporter");
  });

  test("needs no worker file unless --public asks for it", async () => {
    const { init, has } = project({
      "package.json": manifest({ devDependencies: { vite: "8", "@playwright/test": "1" } }),
      "public/robots.txt": "",
    });
    const { out } = await init("--yes");
    expect(out).not.toMatch(/worker|startAuth0/i);
    expect(has("public/mockServiceWorker.js")).toBe(false);
    expect((await init("--yes", "--public", "public")).out).toContain("startAuth0");
    expect(has("public/mockServiceWorker.js")).toBe(true);
  });

  test("comes in addition to Vitest", async () => {
    const packageJson = manifest({ devDependencies: { vitest: "5", "@playwright/test": "1" } });
    const steps = await nextSteps({ "package.json": packageJson, "vitest.config.ts": "x({ test: {} })" });
    expect(steps).toContain("Found no setupFiles in vitest.config.ts.");
    expect(steps).toContain('    import { auth0 } from "./auth0-mock.js";\n');
    expect(steps).toContain(fixture);
  });
});

test("--dry-run prints the same next steps as the real run", async () => {
  const { init } = project({
    "package.json": manifest({ devDependencies: { vite: "8", vitest: "5", typescript: "7", "@playwright/test": "1" } }),
    "tests/a.test.ts": "",
    "tsconfig.json": '{ "include": ["src"] }',
    ".storybook/main.ts": "export default { addons: [] };\n",
    ".storybook/preview.ts": "export default {};\n",
  });
  const [, dry = ""] = (await init("--dry-run")).out.split("\nNext steps\n");
  const [, real] = (await init("--yes")).out.split("\nNext steps\n");
  expect(dry).toContain("setupFiles");
  expect(dry).toContain("auth0-msw/playwright/reporter");
  expect(dry).toContain('"include": ["src", "tests", ".storybook/**/*"]');
  expect(real).toBe(dry);
});

test("a second run prints only what is still missing", async () => {
  const { init } = project({ "package.json": withVitest, "vitest.config.ts": "x({ test: {} })" });
  await init("--yes");
  const { code, out } = await init();
  expect(code).toBe(0);
  expect(out).toContain("\nNothing to write.\n\nNext steps\n\nFound no setupFiles in vitest.config.ts.");
  expect(out).not.toContain("In your tests");
});
