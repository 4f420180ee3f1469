import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";

// A typo must give a helpful message of the compiler.

const root = resolve(import.meta.dirname, "../..");
const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** A statement with a mistake, and a part of its message. */
const cases: readonly (readonly [statement: string, message: string])[] = [
  ['auth0.use("oauth-ro/user-bloked");', 'DidYouMean<"oauth-ro/user-blocked">'],
  ['auth0.use("oauth-ro/usr-blocked", { delay: 5 });', 'DidYouMean<"oauth-ro/user-blocked">'],
  ['auth0.once("oauth-ro/too-many-atempts");', 'DidYouMean<"oauth-ro/too-many-attempts">'],
  ['auth0.use("passwordless-start/xnvalid-email");', 'DidYouMean<"passwordless-start/invalid-email">'],
  ['auth0.use("oauth-ro/invalid-email");', 'DidYouMean<"passwordless-start/invalid-email">'],
  ['auth0.use("password-leaked");', 'DidYouMean<"oauth-ro/password-leaked">'],
  ['auth0.use("oauth-ro/blocked");', 'DidYouMean<"oauth-ro/user-blocked">'],
  ['auth0.use("oauth/password-leaked");', 'DidYouMean<"oauth-ro/password-leaked">'],
  ['own.use("oauth-ro/maintenence");', 'DidYouMean<"oauth-ro/maintenance">'],
  ['auth0.use("oauth-ro/zzzzzzz");', "ScenarioId<NoCustom>"],
  ['auth0.use("");', "ScenarioId<NoCustom>"],
  ["auth0.use(String(1));", "ScenarioId<NoCustom>"],
  ['auth0.use({ use: "oauth-ro/user-bloked" });', `Did you mean '"oauth-ro/user-blocked"'?`],
  ['auth0.sequence(["oauth-ro/user-bloked"]);', `Did you mean '"oauth-ro/user-blocked"'?`],
  ['auth0.use("oauth-ro/live", { dealy: 1 });', "Did you mean to write 'delay'?"],
  ['auth0.use({ use: "oauth-ro/live", dealy: 1 });', "Did you mean to write 'delay'?"],
  ['auth0.use("passwordless-start/sms-provider-error", { params: { cod: 1 } });', "Did you mean to write 'code'?"],
  ['mockAuth0({ doman: "a.example" });', "Did you mean to write 'domain'?"],
];

const preamble = [
  'import { mockAuth0 } from "auth0-msw";',
  "const auth0 = mockAuth0();",
  'const own = mockAuth0({ scenarios: { "oauth-ro": { maintenance: { status: 503 } } } });',
];

/** The message for each line that has one. */
const messages = new Map<number, string>();

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "auth0-msw-types-"));
  try {
    writeFileSync(join(folder, "index.ts"), [...preamble, ...cases.map(([statement]) => statement)].join("\n"));
    const compilerOptions = { paths: { "auth0-msw": [join(root, "src/index.ts")] }, types: [], rootDir: "/" };
    const config = { extends: join(root, "tsconfig.json"), compilerOptions, include: [], files: ["index.ts"] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const printed = await new Promise<string>((done) => {
      execFile(process.execPath, [compiler, "-p", folder, "--pretty", "false"], (_error, stdout) => done(stdout));
    });
    for (const [, line, message] of printed.matchAll(/index\.ts\((\d+),\d+\): (error .*(?:\n .*)*)/g)) {
      messages.set(Number(line), message ?? "");
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  // TypeScript takes seconds.
}, 60_000);

test.each(cases.map(([statement, message], index) => ({ statement, message, line: preamble.length + 1 + index })))(
  "$statement reports $message",
  ({ message, line }) => {
    expect(messages.get(line)).toContain(message);
  },
);

test("no other line has an error", () => {
  expect(messages.size).toBe(cases.length);
});
