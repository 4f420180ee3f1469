import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import type { Snippet } from "../docs/find-snippets.ts";
import { serveProject } from "./serve.ts";
import { errorsIn } from "./snippets/compile.ts";
import { newProject, type Project, readJson, snippets } from "./snippets/project.ts";
import { exceptions, fileNameOf, fileOf, keyOf, shown, type Way, wayOf } from "./snippets/ways.ts";

const LAUNCH = JSON.stringify({ ...launchOptions });

let project: Project;
beforeAll(async () => {
  project = await newProject();
});
afterAll(() => rmSync(project.root, { recursive: true, force: true }));

/** The snippets that are run in this way. */
const by = (way: Way): readonly Snippet[] => snippets.filter((snippet) => wayOf(snippet) === way);

/** The file of a snippet, as a path from a folder of the project. */
const fileFrom = (snippet: Snippet): string => `../${fileOf(snippet) || `pages/${fileNameOf(snippet)}`}`;

test("every snippet is run, compiled, or has a reason", () => {
  const others = snippets.filter((snippet) => wayOf(snippet) === undefined && !shown.has(snippet.language));
  expect(others.map(keyOf).toSorted()).toEqual(Object.keys(exceptions).toSorted());
});

describe("types", () => {
  test("every snippet compiles in strict mode, as a bundler resolves it", async () => {
    expect(await errorsIn(project, "bundler")).toEqual([]);
  });

  test("every snippet whose imports Node finds compiles as Node resolves it", async () => {
    expect(await errorsIn(project, "nodenext")).toEqual([]);
  });
});

describe("Vitest", () => {
  test("the examples", async () => {
    const out = await project.run("examples/vitest", ["vitest", "run"]);
    expect(out).toMatch(/Test Files\s+1 passed/);
    const others = ["switching", "concurrency", "fake-timers"].map((name) => `examples/${name}`);
    const folders = by("Vitest").map((snippet) => dirname(fileOf(snippet)));
    expect(new Set(folders)).toEqual(new Set(["examples/vitest", ...others]));
    expect(await project.run(".", ["vitest", "run", ...others])).toMatch(/Test Files\s+3 passed/);
  });

  test("parts of a test", async () => {
    for (const snippet of by("Vitest screen")) {
      const file = join(project.root, "screen", fileNameOf(snippet));
      cpSync(file, file.replace(/\.(\w+)$/, ".test.$1"));
    }
    expect(await project.run("screen", ["vitest", "run"])).toMatch(`Test Files  ${by("Vitest screen").length} passed`);
  });

  test("modules", async () => {
    const modules = [...new Set(by("Vitest module").map(fileFrom))];
    for (const file of modules) {
      const text = `import { test } from "vitest";\nimport "${file}";\ntest("loads", () => {});\n`;
      writeFileSync(join(project.root, "modules", `${file.replaceAll(/\W/g, "-")}.test.js`), text);
    }
    expect(await project.run("modules", ["vitest", "run"])).toMatch(`Test Files  ${modules.length} passed`);
  });

  test("configurations, and tests that meet every failure", async () => {
    const configs = by("Vitest config").filter((snippet) => fileOf(snippet) === "" && !snippet.code.includes("msw("));
    expect(configs.length).toBeGreaterThan(2);
    for (const snippet of configs) {
      const out = await project.run("coverage", ["vitest", "run", "--root=.", `--config=${fileFrom(snippet)}`]);
      expect(out).toMatch(/Test Files\s+2 passed/);
      if (snippet.code.includes("threshold")) expect(out).toContain("The threshold of 100% is met");
    }
  });

  test("browser mode, with a worker of your own", async () => {
    const config = by("Vitest config").find(({ code }) => code.includes("msw("));
    const SHOWN = join(project.root, "pages", fileNameOf(config as Snippet));
    expect(await project.run("browser", ["vitest", "run"], { LAUNCH, SHOWN })).toMatch(/Test Files\s+1 passed/);
  });
});

describe("Jest", () => {
  const NODE_OPTIONS = "--experimental-vm-modules";

  test("the examples, with their configuration", async () => {
    const out = await project.run("examples/jest", ["jest"], { NODE_OPTIONS });
    expect(out).toMatch(/Test Suites: 2 passed, 2 total/);
  });

  test("configurations and set-up files", async () => {
    const configs = by("Jest config").filter((snippet) => fileOf(snippet) === "");
    expect(configs.map(({ language }) => language)).toEqual(["json", "js"]);
    const others = by("Jest").filter((snippet) => fileOf(snippet) === "");
    const setUps = others.filter(({ code }) => code.includes("setupAuth0("));
    expect(others.length).toBeGreaterThan(setUps.length);
    cpSync(join(project.root, "examples/jest"), join(project.root, "jest"), { recursive: true });
    for (const snippet of others.filter((each) => !setUps.includes(each))) {
      writeInto("jest", `blocked-${snippet.line}.test.js`, `${snippet.code}\ntest("loads", () => {});\n`);
    }
    for (const { language, code } of configs) {
      const config = `config.${language === "json" ? "json" : "mjs"}`;
      writeInto("jest", config, code);
      const command = ["jest", "--rootDir=.", `--config=${config}`, "blocked"];
      expect(await project.run("jest", command, { NODE_OPTIONS })).toMatch(/Test Suites: (\d+) passed, \1 total/);
    }
    for (const { code } of setUps) {
      writeInto("jest", "auth0-mock.js", code);
      const out = await project.run("jest", ["jest", "blocked-user"], { NODE_OPTIONS });
      expect(out).toMatch(/Test Suites: 1 passed, 1 total/);
    }
  });
});

test("node:test: the command lines of the page, with its files", async () => {
  const [plain, withCoverage] = linesOf("docs/node-test.md") as [string[], string[]];
  const first = await project.run("examples/node-test", plain);
  const second = await project.run("examples/node-test", withCoverage);
  expect(first).toContain("fail 0");
  expect(second).toContain("The threshold of 5% is met");
  expect(existsSync(join(project.root, "examples/node-test/auth0-coverage.json"))).toBe(true);
});

/** The command lines in the snippets of a page. */
function linesOf(path: string): string[][] {
  return by("shell")
    .filter((snippet) => snippet.path === path)
    .flatMap(({ code }) => code.replaceAll("\\\n", "").split("\n"))
    .map((line) => line.replace(/ # .*/, "").trim().split(/\s+/));
}

describe("shell", () => {
  test("each command line has a test", () => {
    const tested = ["docs/failure-coverage.md", "docs/node-test.md", "docs/storybook.md", "README.md"];
    const alike = ["docs/in-your-app.md", "docs/nextjs.md"];
    expect(new Set(by("shell").map(({ path }) => path))).toEqual(new Set([...tested, ...alike]));
    expect(alike.flatMap(linesOf)).toEqual(alike.map(() => ["npx", "auth0-msw", "init"]));
  });

  test("init, list and show", async () => {
    const folder = join(project.root, "init");
    mkdirSync(join(folder, "public"), { recursive: true });
    mkdirSync(join(folder, "src"), { recursive: true });
    const manifest = { type: "module", devDependencies: { vite: "*", vitest: "*", "auth0-msw": "*", msw: "*" } };
    writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
    const [install, init, list] = linesOf("README.md") as [string[], string[], string[]];
    // The project has installed its tarball.
    expect(install.join(" ")).toBe("npm install --save-dev msw ./auth0-msw-0.1.0.tgz");
    await project.run("init", [...init, "--dry-run"]);
    expect(existsSync(join(folder, "public/mockServiceWorker.js"))).toBe(false);
    await project.run("init", [...init, "--yes"]);
    expect(existsSync(join(folder, "public/mockServiceWorker.js"))).toBe(true);
    for (const options of [[], ["--json"], ["--markdown"]]) {
      expect(await project.run("init", [...list, ...options])).toContain("oauth-ro/user-blocked");
    }
    expect(await project.run("init", ["npx", "auth0-msw", "show", "oauth-ro/user-blocked"])).toContain(
      "user is blocked",
    );
  });

  test("shards and their merge apply the threshold to the whole run", async () => {
    const plugin = by("Vitest config").find(({ code }) => code.includes("auth0Coverage("));
    cpSync(join(project.root, "coverage"), join(project.root, "shards"), { recursive: true });
    writeFileSync(join(project.root, "shards/vitest.config.ts"), plugin?.code ?? "");
    const lines = linesOf("docs/failure-coverage.md").filter(([command]) => command === "vitest");
    expect(lines).toHaveLength(3);
    let last = "";
    for (const line of lines) last = await project.run("shards", line);
    expect(last).toContain("The threshold of 100% is met");
  });
});

describe("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch(launchOptions);
  });
  afterAll(() => browser.close());

  test("the mock in an app, and every other module for a page", async () => {
    const modules = [...new Set(by("browser").map(fileFrom))];
    expect(modules.length).toBeGreaterThan(3);
    for (const [index, file] of modules.entries()) {
      const script = `import "${file}";\ndocument.body.textContent = "loaded";`;
      writeFileSync(
        join(project.root, "app", `snippet-${index}.html`),
        `<body><script type="module">${script}</script>`,
      );
    }
    const url = await serveProject(project.root, ["vite", "app", "--port", "0"]);
    const page = await browser.newPage();
    onTestFinished(() => page.close());
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    for (const [index] of modules.entries()) {
      await page.goto(new URL(`snippet-${index}.html?auth0-scenario=oauth-ro/user-blocked`, url).href);
      await page.getByText("loaded").waitFor();
    }
    await page.goto(new URL("sign-in?auth0-scenario=oauth-ro/user-blocked", url).href);
    await page.getByRole("button", { name: /Auth0/ }).waitFor();
    await page.getByLabel("Email").fill("ada@example.com");
    await page.getByLabel("Password").fill("correct-horse-battery");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("alert").getByText("blocked").first().waitFor();
    expect(errors).toEqual([]);
  });

  test("Playwright: specs and configurations, on a production build that knows no mock", async () => {
    await project.run("app", ["vite", "build", "--logLevel=error"]);
    const APP = await serveProject(project.root, ["vite", "preview", "app", "--port", "0"]);
    const configs = [...new Set(by("Playwright config").map(fileFrom))];
    expect(configs).toHaveLength(2);
    const own = "examples/playwright/*.spec.ts playwright/maintenance.spec.js playwright/every-failure.spec.js";
    for (const [index, SHOWN] of configs.entries()) {
      const SPECS = index === 0 ? own : "playwright/every-failure.spec.js";
      const out = await project.run("playwright", ["playwright", "test"], { APP, LAUNCH, SHOWN, SPECS });
      expect(out).toMatch(`${index === 0 ? 6 : 2} passed`);
      expect(out).toMatch(/The threshold of 100%.* is met/);
    }
  });
});

test("Storybook: a build of the stories, with both configurations, and the lines that read it", async () => {
  writeInto("storybook", "src/sign-in-page.js", 'export { SignInPage } from "../../sign-in-page.jsx";\n');
  const expected = new Map(
    Object.entries({
      "examples/storybook/main.ts": ".storybook/main.ts",
      "examples/storybook/preview.ts": ".storybook/preview.ts",
      "examples/storybook/csf-next-preview.ts": ".storybook-next/preview.ts",
      "examples/storybook/sign-in.stories.tsx": "src/sign-in.stories.tsx",
    }),
  );
  for (const snippet of by("Storybook")) {
    const file = fileOf(snippet);
    const code = file === "" ? snippet.code : readFileSync(join(project.root, file), "utf8");
    const [, named] = /^\/\/ (\.storybook\/\S+)/.exec(code) ?? [];
    const story = /^export const \w+ = \{/.test(code);
    const title = 'export default { title: "Readme", render: () => null };';
    const into =
      expected.get(file) ?? named ?? (story ? `src/story-${snippet.line}.stories.tsx` : ".storybook/types.d.ts");
    writeInto("storybook", into, story ? `${title}\n${code}` : code);
  }
  writeInto("storybook", ".storybook-next/main.ts", 'export { default } from "../.storybook/main.ts";\n');
  await project.run("storybook", ["storybook", "build", "--quiet", "--disable-telemetry"]);
  const next = ["storybook", "build", "--quiet", "--disable-telemetry", "-c", ".storybook-next", "-o", "next"];
  await project.run("storybook", next);
  for (const folder of ["storybook-static", "next"]) {
    const { entries } = readJson(join(project.root, "storybook", folder, "index.json")) as { readonly entries: object };
    expect(Object.keys(entries)).toContain("example-sign-in--blocked");
  }

  const [gallery] = linesOf("docs/storybook.md") as [string[]];
  const out = await project.run("storybook", [...gallery, "--executable-path", launchOptions.executablePath]);
  expect(out).toContain("100%");
  const reports = linesOf("docs/failure-coverage.md").filter(([command]) => command === "npx");
  expect(reports).toHaveLength(2);
  cpSync(join(project.root, "storybook/coverage"), join(project.root, "storybook/main"), { recursive: true });
  for (const line of reports) await project.run("storybook", line);
  expect(readFileSync(join(project.root, "storybook/coverage/auth0-report.html"), "utf8")).toContain("user-blocked");
  expect(await project.run("storybook", ["npx", "auth0-msw", "missing", "coverage/auth0.json"])).not.toContain(
    "user-blocked",
  );
});

function writeInto(folder: string, file: string, text: string): void {
  const path = join(project.root, folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
