import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { jestCommonJs, library } from "../../tsdown.config.ts";
import type { CoverageReport } from "auth0-msw/jest/reporter";
import { type Table, tablesIn } from "../helpers/coverage-table.ts";
import { type Ran, run } from "../helpers/run.ts";
import { runsAll } from "../helpers/runs-all.ts";

// The time to install packages and to transform MSW for the first time, on a busy machine.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const repository = fileURLToPath(new URL("../..", import.meta.url));
const root = newFolder();
const withJest29 = newFolder();

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "auth0-msw-jest-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Settings to reach the npm registry, with the certificates of a proxy. */
const registry = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => /^(npm_config_|NODE_EXTRA_CA_CERTS$)/.test(name)),
) as Record<string, string>;

const setup = `import { setupAuth0 } from "auth0-msw/jest";
export const auth0 = setupAuth0();
`;

const form = `import { type FormEvent, useState } from "react";
export function SignIn() {
  const [message, setMessage] = useState("");
  async function submit(event: FormEvent) {
    event.preventDefault();
    const response = await fetch("https://demo.eu.auth0.com/oauth/ro", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        client_id: "demo-client", grant_type: "password", connection: "Username-Password-Authentication",
        username: "ada@example.com", password: "correct-horse-battery", scope: "openid",
      }),
    });
    const answer = await response.json();
    setMessage(response.ok ? \`Welcome \${answer.id_token.slice(0, 2)}\` : answer.error_description);
  }
  return <form onSubmit={submit}><button>Sign in</button><p role="alert">{message}</p></form>;
}
`;

const tests = `import { fireEvent, render, screen } from "@testing-library/react";
import { auth0 } from "./auth0";
import { SignIn } from "./sign-in";

async function signIn(text: string) {
  render(<SignIn />);
  fireEvent.click(screen.getByRole("button"));
  await screen.findByText(text);
}

test("shows a failure", async () => {
  auth0.use("oauth-ro/user-blocked");
  await signIn("user is blocked");
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
  expect(() => expect(auth0).not.toHaveAnswered("oauth-ro/user-blocked")).toThrow("but one was");
  // @ts-expect-error: a wrong name
  expect(() => expect(auth0).toHaveAnswered("oauth-ro/user-bloked")).toThrow("Did you mean");
});

test("signs in, in a new session", async () => {
  expect(auth0.calls()).toEqual([]);
  await signIn("Welcome ey");
});

afterEach(() => {
  if (expect.getState().currentTestName === "shows a failure") expect(auth0.calls()).toHaveLength(1);
});

describe("a suite", () => {
  beforeAll(() => auth0.use("oauth-ro/password-leaked"));
  afterAll(() => auth0.reset());
  test.each(["first", "second"])("starts with the switches of its beforeAll: %s", () => {
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/password-leaked");
    auth0.use("oauth-ro/access-denied");
  });
});

test("is not in the suite", () => expect(auth0.active("oauth-ro")).toBe("oauth-ro/live"));

function send() {
  return fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" });
}

test.concurrent.each(auth0.failures("oauth-ro"))("concurrently: $id", async ({ id, status }) => {
  auth0.use(id);
  for (let n = 1; n <= 3; n += 1) expect((await send()).status).toBe(status);
  expect(auth0.calls()).toHaveLength(3);
});
`;

const outcomes = `import { jest, expect, test } from "@jest/globals";
import { auth0 } from "./auth0";

jest.retryTimes(1);
let tries = 0;

function send() {
  return fetch("https://demo.eu.auth0.com/passwordless/start", { method: "POST" });
}

test("counts the attempt that passed", async () => {
  tries += 1;
  const id = tries === 1 ? "passwordless-start/invalid-tenant" : "passwordless-start/invalid-phone-number";
  auth0.use(id);
  await send();
  expect(auth0).toHaveAnswered("passwordless-start/invalid-phone-number");
});

test.failing("counts a test that fails as expected", async () => {
  auth0.use("passwordless-start/sms-provider-error");
  await send();
  throw new Error("on purpose");
});

test("ends with a pending request", async () => {
  auth0.use("passwordless-start/no-response");
  void send().catch(() => {});
  await auth0.waitForCall("passwordless-start");
});
`;

const failing = `import { auth0 } from "./auth0";
test("fails", async () => {
  auth0.use("passwordless-start/missing-connection");
  await fetch("https://demo.eu.auth0.com/passwordless/start", { method: "POST" });
  throw new Error("on purpose");
});
`;

const screens = `import { fireEvent, render, screen } from "@testing-library/react";
import { setupAuth0 } from "auth0-msw/jest";
import { useState } from "react";

const auth0 = setupAuth0({}, { screen: true });

type Message = (answer: { error_description: string }) => string;

function SignIn({ message, once }: { message: Message; once: boolean }) {
  const [text, setText] = useState("");
  const send = () => fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" });
  const signIn = async () => setText(message(await (await send()).json()));
  return <><button onClick={signIn} disabled={once && text !== ""}>Sign in</button><p role="alert">{text}</p></>;
}

async function signIn(message: Message, once = false) {
  render(<SignIn message={message} once={once} />);
  fireEvent.click(screen.getByRole("button"));
  await auth0.waitForCall("oauth-ro");
}

describe("a suite with a clean-up of its own", () => {
  afterEach(() => document.body.replaceChildren());

  test("says", async () => {
    auth0.use("oauth-ro/user-blocked");
    await signIn(() => "Ask your administrator.");
    await screen.findByText("Ask your administrator.");
    expect(auth0).toHaveShown(/administrator/);
    expect(auth0).not.toHaveShown("blocked");
    expect(() => expect(auth0).toHaveShown("Call us.")).toThrow('Shown was "Ask your administrator."');
    expect(auth0.screen()).toMatchObject({ verdict: "says", sentence: "Ask your administrator." });
  });
});

test("is raw", async () => {
  auth0.use("oauth-ro/connection-disabled");
  await signIn((answer) => answer.error_description);
  await screen.findByText(/connection/);
});

test("fails, and is silent", async () => {
  auth0.use("oauth-ro/mfa-required");
  await signIn(() => "");
  throw new Error("on purpose");
});

test("is silent", async () => {
  auth0.use("oauth-ro/access-denied");
  await signIn(() => "");
});

test("is a dead end", async () => {
  auth0.use("oauth-ro/invalid-grant");
  await signIn(() => "Something is wrong with your account.", true);
  await screen.findByText(/account/);
});

test("has no answer", () => expect(() => auth0.screen()).toThrow("needs an answer that is not a success"));
`;

const ownServer = `import { setupAuth0 } from "auth0-msw/jest";
import { setupServer } from "msw/node";
export const server = setupServer();
setupAuth0({}, { server });
`;

const ownServerTests = `import { server } from "./own-server";
if (process.env.LISTENS) beforeAll(() => server.listen({ onUnhandledRequest: "bypass", onUnhandledFrame: "bypass" } as any));
afterAll(() => server.close());
const send = async () => (await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" })).status;
test("in turn", async () => expect(await send()).toBe(400));
test.concurrent("concurrent", async () => expect(await send()).toBe(400));
`;

const files = {
  "auth0.ts": setup,
  "sign-in.tsx": form,
  "sign-in.test.tsx": tests,
  "outcomes.test.ts": outcomes,
  "failing.spec.ts": failing,
  "screens.spec.tsx": screens,
  "own-server.ts": ownServer,
  "own-server.spec.ts": ownServerTests,
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      target: "es2022",
      module: "commonjs",
      moduleResolution: "node10",
      lib: ["es2022", "dom"],
      jsx: "react-jsx",
      strict: true,
      esModuleInterop: true,
      types: ["jest"],
    },
  }),
  "babel.config.json": JSON.stringify({
    presets: [
      ["@babel/preset-env", { targets: { node: "current" } }],
      ["@babel/preset-react", { runtime: "automatic" }],
      "@babel/preset-typescript",
    ],
  }),
};

const settings = `testEnvironment: "jest-fixed-jsdom", setupFilesAfterEnv: ["./auth0.ts"], testMatch: ["**/*.test.*"],
  reporters: ["default", ["auth0-msw/jest/reporter", { threshold: 60, outputFile: "coverage.json" }]]`;
const withAuth0 = 'const { withAuth0 } = require("auth0-msw/jest/config");\n';

const configs = {
  "babel-jest.config.cjs": `${withAuth0}module.exports = withAuth0({ ${settings} });`,
  "ts-jest.config.cjs": `${withAuth0}module.exports = withAuth0({ preset: "ts-jest", ${settings} });`,
  "ts-jest-alone.config.cjs": `module.exports = { preset: "ts-jest", ${settings} };`,
  "preset.config.json": JSON.stringify({
    preset: "auth0-msw/jest",
    testEnvironment: "jest-fixed-jsdom",
    setupFilesAfterEnv: ["./auth0.ts"],
    testMatch: ["**/*.test.*"],
    reporters: ["default", ["auth0-msw/jest/reporter", { threshold: 100 }]],
  }),
  "failing.config.cjs": `${withAuth0}module.exports = { ...withAuth0({ ${settings} }), testMatch: ["**/failing.spec.ts"] };`,
  "screens.config.cjs": `${withAuth0}module.exports = withAuth0({ testEnvironment: "jest-fixed-jsdom",
    testMatch: ["**/screens.spec.tsx"],
    reporters: ["default", ["auth0-msw/jest/reporter", { threshold: { silent: 0 }, outputFile: "screens.json" }]] });`,
  "own-server.config.cjs": `${withAuth0}module.exports = withAuth0({ testMatch: ["**/own-server.spec.ts"] });`,
  "jsdom.config.cjs": `${withAuth0}module.exports = withAuth0({ testEnvironment: "jsdom" });`,
  "jsdom-alone.config.cjs": `module.exports = { testEnvironment: "jsdom", setupFilesAfterEnv: ["./auth0.ts"] };`,
};

beforeAll(async () => {
  for (const [name, text] of Object.entries({ ...files, ...configs })) write(root, name, text);
  await install(root, [
    "@babel/preset-env@7",
    "@babel/preset-react@7",
    "@babel/preset-typescript@7",
    "@testing-library/dom@10",
    "@testing-library/react@16",
    "@types/jest@30",
    "@types/react@19",
    "babel-jest@30",
    "jest@30",
    "jest-environment-jsdom@30",
    "jest-fixed-jsdom@0.0.11",
    "msw@3",
    "react@19",
    "react-dom@19",
    "ts-jest@29",
    "typescript@5.9",
  ]);
});

/** Installs packages from the registry, and a build of this one. */
async function install(folder: string, packages: readonly string[]): Promise<void> {
  write(folder, "package.json", JSON.stringify({ private: true }));
  const { dependencies } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const own = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
  const { code, err } = await run("npm", ["install", "--no-audit", "--no-fund", ...packages, ...own], {
    cwd: folder,
    env: registry,
  });
  expect(code, err).toBe(0);
  const target = join(folder, "node_modules/auth0-msw");
  mkdirSync(target);
  cpSync(join(repository, "package.json"), join(target, "package.json"));
  const options = { config: false, cwd: repository, outDir: join(target, "dist"), logLevel: "error" } as const;
  const parts = Object.entries(library.entry).filter(([name]) => /^(index|node|jest\/.*)$/.test(name));
  await build({ ...library, ...options, entry: Object.fromEntries(parts), sourcemap: false, hooks: {} });
  await build({ ...jestCommonJs, ...options, clean: false });
}

function write(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** Runs Jest in a version of Node, without and with its flag for ES modules. */
function jest(
  node: string,
  config: string,
  args: readonly string[] = [],
  flag = false,
  cwd = root,
  own: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const env = { ...registry, ...own, ...(flag && { NODE_OPTIONS: "--experimental-vm-modules" }) };
  const command = ["--yes", `--package=node@${node}`, "--", "node", "node_modules/jest/bin/jest.js", "-c", config];
  return run("npx", [...command, ...args], { cwd, env });
}

/** The table of a run. Jest prints to the standard error. */
function tableIn({ err }: Ran): Table | undefined {
  return tablesIn(err)[0];
}

const reached = {
  "oauth-ro/user-blocked": 2,
  "passwordless-start/invalid-phone-number": 1,
  "passwordless-start/sms-provider-error": 1,
};

/** The transform, the version of Node, the configuration, and whether Node has its flag for ES modules. */
const transforms: [string, string, string, boolean][] = [
  ["babel-jest", "22", "babel-jest.config.cjs", false],
  ["ts-jest, types included", "22", "ts-jest.config.cjs", false],
  ["ts-jest without withAuth0, with Node's module flag", "24", "ts-jest-alone.config.cjs", true],
];
if (runsAll) transforms.push(["ts-jest", "24", "ts-jest.config.cjs", false]);

describe("TSX in CommonJS, with each test in its own session", () => {
  test.each(transforms)("%s on Node %s", async (_, node, config, flag) => {
    // Without a cache, as in CI.
    const ran = await jest(node, config, ["--no-cache"], flag);
    expect(ran.code, ran.err).toBe(0);
    const table = tableIn(ran);
    expect(table?.met).toMatchObject(reached);
    // Of an attempt that failed.
    expect(table?.missed).toContain("passwordless-start/invalid-tenant");
    expect(table?.verdict).toBe("✓ The threshold of 60% is met.");
    expect(JSON.parse(readFileSync(join(root, "coverage.json"), "utf8"))).toMatchObject({
      endpoints: expect.anything(),
    });
    rmSync(join(root, "coverage.json"));
  });

  test("Jest 29 on Node 20, with MSW 2", async () => {
    const folder = withJest29;
    write(folder, "auth0.js", 'const { setupAuth0 } = require("auth0-msw/jest");\nexports.auth0 = setupAuth0();\n');
    write(
      folder,
      "sign-in.test.js",
      `const { auth0 } = require("./auth0");
${tests.slice(tests.indexOf("function send()"))}
test("signs in", async () => {
  const body = JSON.stringify({ client_id: "c", grant_type: "password", connection: "Username-Password-Authentication", username: "ada@example.com", password: "correct-horse-battery", scope: "openid" });
  const response = await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST", headers: { "content-type": "application/json" }, body });
  expect((await response.json()).id_token).toMatch(/^ey/);
});
`,
    );
    write(
      folder,
      "jest.config.cjs",
      `${withAuth0}module.exports = withAuth0({ setupFilesAfterEnv: ["./auth0.js"], reporters: ["default", "auth0-msw/jest/reporter"] });`,
    );
    await install(folder, ["jest@29", "msw@2"]);
    const ran = await jest("20", "jest.config.cjs", [], false, folder);
    expect(ran.code, ran.err).toBe(0);
    expect(Object.keys(tableIn(ran)?.met ?? {}).length).toBeGreaterThan(20);
  });
});

describe("the reporter", () => {
  test("fails a run below the threshold, also with the preset in a JSON config", async () => {
    const ran = await jest("22", "preset.config.json");
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("Tests:       49 passed, 49 total");
    expect(tableIn(ran)?.verdict).toMatch(/^ERROR: Auth0 failure coverage of .* is below the threshold of 100%\.$/);
  });

  test.each([
    [["-t", "shows a failure"], "only tests named like /shows a failure/ ran"],
    [["sign-in"], "only test files like sign-in ran"],
    [["--shard=1/1"], "this is shard 1 of 1"],
  ])("skips the threshold of a partial run and says why: %j", async (args, why) => {
    const ran = await jest("22", "preset.config.json", args);
    expect(ran.code, ran.err).toBe(0);
    expect(tableIn(ran)?.verdict).toBe(`The threshold of 100% was not applied: ${why}.`);
  });

  test("does not count a test that failed", async () => {
    const ran = await jest("22", "failing.config.cjs");
    expect(ran.code).toBe(1);
    expect(ran.err).toContain("No test passed, so there is nothing to count.");
  });
});

test("screen: true says what the page showed, in the test and in the report", async () => {
  const ran = await jest("22", "screens.config.cjs");
  expect(ran.err).toContain("Tests:       1 failed, 5 passed, 6 total");
  expect(ran.err).toMatch(/silent/);
  expect(ran.code, ran.err).toBe(1);
  const { endpoints } = JSON.parse(readFileSync(join(root, "screens.json"), "utf8")) as CoverageReport;
  const shown = endpoints.flatMap((endpoint) =>
    endpoint.scenarios.flatMap(({ id, screen }) =>
      screen ? [[id, screen.verdict, screen.sentence, screen.where]] : [],
    ),
  );
  expect(shown.toSorted()).toEqual([
    ["oauth-ro/access-denied", "silent", "", "screens.spec.tsx > is silent"],
    ["oauth-ro/connection-disabled", "raw", "the connection was disabled", "screens.spec.tsx > is raw"],
    ["oauth-ro/invalid-grant", "dead end", "Something is wrong with your account.", "screens.spec.tsx > is a dead end"],
    ["oauth-ro/mfa-required", "silent", "", "screens.spec.tsx > fails, and is silent"],
    [
      "oauth-ro/user-blocked",
      "says",
      "Ask your administrator.",
      "screens.spec.tsx > a suite with a clean-up of its own says",
    ],
  ]);
});

describe("your own server", () => {
  test("may start in beforeAll of the test file", async () => {
    const ran = await jest("22", "own-server.config.cjs", [], false, root, { LISTENS: "1" });
    expect(ran.code, ran.err).toBe(0);
  });

  test("fails each test within a second when it does not listen, and says so", async () => {
    const { code, err } = await jest("22", "own-server.config.cjs");
    expect(code).toBe(1);
    expect(err).toContain("Tests:       2 failed, 2 total");
    expect(err).toMatch(/● concurrent\s+Mocking failed/);
    expect(err).toContain(
      "Is your server listening? Call server.listen() in a hook before all tests, or where you create the server.",
    );
  });
});

describe("what is missing is a sentence", () => {
  test("without withAuth0 on Node 22", async () => {
    const { code, err } = await jest("22", "ts-jest-alone.config.cjs");
    expect(code).toBe(1);
    expect(err).toContain(
      "Jest cannot load auth0-msw and MSW, which are ES modules. Wrap your Jest config: export default withAuth0({ … })",
    );
  });

  test.each(["jsdom.config.cjs", "jsdom-alone.config.cjs"])("with plain jsdom: %s", async (config) => {
    const { code, err } = await jest("22", config);
    expect(code).toBe(1);
    expect(err).toMatch(/auth0-msw\/jest needs Node's fetch, which .+ lacks\. Install jest-fixed-jsdom/);
  });
});
