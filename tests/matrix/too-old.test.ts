import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../helpers/run.ts";
import { runsAll } from "../helpers/runs-all.ts";
import { emptyProject, installed } from "./npm.ts";

interface TooOld {
  readonly packages: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly says: string;
}

const vitest: TooOld = {
  packages: ["vitest@2.1.9"],
  files: { "a.test.js": 'import { setupAuth0 } from "auth0-msw/vitest";\nsetupAuth0();\n' },
  command: ["vitest", "run"],
  says: "auth0-msw/vitest needs Vitest 3.2 or later, but Vitest 2.1.9 is installed.",
};

const playwright: TooOld = {
  packages: ["@playwright/test@1.50.1"],
  files: { "a.spec.cjs": 'const { test } = require("auth0-msw/playwright");\ntest("a", () => {});\n' },
  command: ["playwright", "test", "--list"],
  says: "auth0-msw/playwright needs Playwright 1.57 or later, but Playwright 1.50.1 is installed.",
};

const main = { framework: "@storybook/html-vite", stories: ["../*.stories.js"], addons: ["auth0-msw/storybook"] };
const storybook: TooOld = {
  packages: ["storybook@8.6.14", "@storybook/html-vite@8.6.14", "@storybook/html@8.6.14", "vite@6"],
  files: {
    ".storybook/main.js": `export default ${JSON.stringify(main)};\n`,
    "a.stories.js": 'export default { title: "A" };\nexport const B = { render: () => "b" };\n',
  },
  command: ["storybook", "build", "--disable-telemetry"],
  says: "auth0-msw/storybook needs Storybook 9.1 or later, but Storybook 8.6.14 is installed.",
};

test("Vitest 2 hears what the entry needs", () => expectSentence(vitest));
test("Playwright 1.50 hears what the entry needs", () => expectSentence(playwright));
test.runIf(runsAll)("Storybook 8 hears what the entry needs", () => expectSentence(storybook));

async function expectSentence({ packages, files, command, says }: TooOld): Promise<void> {
  const cwd = emptyProject();
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  mkdirSync(join(cwd, ".storybook"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  await installed(cwd, packages);
  const { code, out, err } = await run("npx", command, { cwd, env: { CI: "1", STORYBOOK_DISABLE_TELEMETRY: "1" } });
  expect(`${out}${err}`).toContain(says);
  expect(code).toBe(1);
}
