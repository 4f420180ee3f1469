import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Ran, run } from "../helpers/run.ts";
import { runsAll } from "../helpers/runs-all.ts";
import { emptyProject, installed, npmSettings } from "./npm.ts";
import { record } from "./results.ts";

/** How a project uses the package in a version of Node. */
interface Runner {
  readonly name: string;
  readonly packages: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  /** What Node runs. */
  readonly command: readonly string[];
  readonly prints: string;
}

const ask = `
const send = (body) => fetch("https://demo.eu.auth0.com/oauth/ro", {
  method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
const ada = { client_id: "client", username: "ada@example.com", password: "correct-horse-battery",
  connection: "Username-Password-Authentication", grant_type: "password", scope: "openid" };
const failure = async () => {
  auth0.use("oauth-ro/user-blocked");
  const { status } = await send({});
  if (status !== 401) throw new Error(\`Got \${status}.\`);
};
const signIn = async () => {
  const { id_token } = await (await send(ada)).json();
  if (!id_token.startsWith("ey")) throw new Error(\`Got \${id_token}.\`);
};
`;
const tests = `${ask}
test("a failure", failure);
test("the live tenant", signIn);
`;

const vitest = (version: string): Runner => ({
  name: `Vitest ${version}`,
  packages: [`vitest@${version}`],
  files: {
    "auth0.js": 'import { setupAuth0 } from "auth0-msw/vitest";\nexport const auth0 = setupAuth0();\n',
    "sign-in.test.js": `import { test } from "vitest";\nimport { auth0 } from "./auth0.js";\n${tests}`,
    "vitest.config.js": `export default { test: { setupFiles: ["./auth0.js"], reporters: ["default", "auth0-msw/vitest/reporter"] } };`,
  },
  command: ["node_modules/vitest/vitest.mjs", "run"],
  prints: "1×  user-blocked",
});

const jest: Runner = {
  name: "Jest 30.5.2",
  packages: ["jest@30.5.2"],
  files: {
    "auth0.cjs": 'exports.auth0 = require("auth0-msw/jest").setupAuth0();\n',
    "sign-in.test.cjs": `const { auth0 } = require("./auth0.cjs");\n${tests}`,
    "jest.config.mjs": `import { withAuth0 } from "auth0-msw/jest/config";
export default withAuth0({ setupFilesAfterEnv: ["./auth0.cjs"], reporters: ["default", "auth0-msw/jest/reporter"] });`,
  },
  command: ["node_modules/jest/bin/jest.js"],
  prints: "1×  user-blocked",
};

const nodeTest: Runner = {
  name: "node:test",
  packages: [],
  files: {
    "auth0.js": 'import { setupAuth0 } from "auth0-msw/node-test";\nexport const auth0 = setupAuth0();\n',
    "sign-in.test.js": `import { test } from "node:test";\nimport { auth0 } from "./auth0.js";\n${tests}`,
  },
  command: [
    "--import",
    "./auth0.js",
    "--test-reporter=auth0-msw/node-test/reporter",
    "--test-reporter-destination=stdout",
    "--test",
  ],
  prints: "1×  user-blocked",
};

const cli: Runner = {
  name: "`npx auth0-msw`",
  packages: [],
  files: {},
  command: ["node_modules/auth0-msw/dist/cli.js", "show", "oauth-ro/user-blocked"],
  prints: "user is blocked",
};

const hosts = [
  { node: "20", msw: "2.15.0", runners: [vitest("3.2.4"), jest, nodeTest, cli] },
  { node: "22", msw: "3.0.5", runners: [vitest("5.1.1"), jest, nodeTest, cli] },
];

const cells = hosts.flatMap(({ node, msw, runners }) => runners.map((runner) => ({ node, msw, runner })));
const rowOf = ({ node, msw, runner }: (typeof cells)[number]) => [`Node ${node}`, msw, runner.name];
const onBun = ["Bun 1.4.5", "2.15.0", "`setupServer` in `bun test`"];
const rows = [...cells.map(rowOf), onBun];

for (const cell of cells) {
  const { node, msw, runner } = cell;
  test.runIf(runsAll)(`Node ${node}, MSW ${msw}, ${runner.name}`, async () => {
    record("runners", rows, rowOf(cell), false);
    const folder = await projectWith(runner.files, [`msw@${msw}`, ...runner.packages]);
    const args = ["--yes", `--package=node@${node}`, "--", "node", ...runner.command];
    const { code, out, err } = await run("npx", args, { cwd: folder, env: { ...npmSettings, CI: "1", NO_COLOR: "1" } });
    expect(code, `${out}\n${err}`).toBe(0);
    expect(`${out}${err}`).toContain(runner.prints);
  });
}

test.runIf(runsAll)("Bun, with MSW 2", async () => {
  record("runners", rows, onBun, false);
  const { code, err } = await bun("2.15.0", {
    "sign-in.test.js": `import { beforeAll, test } from "bun:test";
import { mockAuth0 } from "auth0-msw";
import { setupServer } from "msw/node";
const auth0 = mockAuth0();
beforeAll(() => setupServer(...auth0.handlers).listen());
${ask}
test("the live tenant", signIn);
test("a failure", failure);`,
  });
  expect(err).toContain(" 2 pass");
  expect(code, err).toBe(0);
});

test.runIf(runsAll).each(["jest", "node-test"])("Bun: auth0-msw/%s says what to do", async (entry) => {
  const { code, err } = await bun("3.0.5", {
    "sign-in.test.js": `import { test } from "bun:test";
import { setupAuth0 } from "auth0-msw/${entry}";
setupAuth0();
test("a test", () => {});`,
  });
  expect(err).toContain(`auth0-msw/${entry} does not run in Bun. Run the tests in Node, or use mockAuth0()`);
  expect(code).toBe(1);
});

test.runIf(runsAll)("Bun, Vitest with MSW 3: the check of the start says what to do", async () => {
  const files = vitest("5.1.1").files;
  const folder = await bunProject("3.0.5", files, ["vitest@5.1.1"]);
  const args = ["--bun", "node_modules/vitest/vitest.mjs", "run", "--pool=threads"];
  const { code, out, err } = await run(join(folder, "node_modules/.bin/bun"), args, { cwd: folder, env: { CI: "1" } });
  expect(`${out}${err}`).toContain("MSW 3 intercepts nothing in Bun. Run the tests in Node, or install msw@2.");
  expect(code).toBe(1);
});

/** Runs `bun test` in a new project. It prints to the standard error. */
async function bun(msw: string, files: Readonly<Record<string, string>>): Promise<Ran> {
  const folder = await bunProject(msw, files, []);
  return run(join(folder, "node_modules/.bin/bun"), ["test"], { cwd: folder });
}

async function bunProject(
  msw: string,
  files: Readonly<Record<string, string>>,
  packages: readonly string[],
): Promise<string> {
  const folder = await projectWith(files, [`msw@${msw}`, "bun@1.4.5", "@jest/globals@30", ...packages]);
  // npm ran no scripts, and Bun's own puts its program in place.
  const { code, err } = await run(process.execPath, ["node_modules/bun/install.js"], { cwd: folder });
  expect(code, err).toBe(0);
  return folder;
}

async function projectWith(files: Readonly<Record<string, string>>, packages: readonly string[]): Promise<string> {
  const folder = emptyProject();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await installed(folder, packages);
  return folder;
}
