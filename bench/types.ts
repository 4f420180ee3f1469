import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { report } from "./figure.ts";

// The work of the compiler for a project that uses the package, compared with handlers written by hand.

const resolve = createRequire(import.meta.url).resolve;
const compiler = join(dirname(resolve("typescript/package.json")), "bin/tsc");
const isMsw2 = import.meta.resolve("msw").includes("msw2");
const msw2 = {
  msw: ["../../node_modules/msw2/lib/core/index.d.mts"],
  "msw/node": ["../../node_modules/msw2/lib/node/index.d.mts"],
};

const byHand = `
  import { http, HttpResponse } from "msw";
  import { setupServer } from "msw/node";
  const handler = http.post("https://demo.eu.auth0.com/oauth/ro", async ({ request }) => {
    await request.json();
    return HttpResponse.json({ error: "unauthorized", error_description: "user is blocked" }, { status: 401 });
  });
  setupServer(handler).listen();`;

const withPack = `
  import { mockAuth0 } from "auth0-msw";
  import { setupServer } from "msw/node";
  const auth0 = mockAuth0();
  setupServer(...auth0.handlers).listen();
  auth0.use("oauth-ro/user-blocked");
  auth0.use("passwordless-start/sms-provider-error", { params: { code: 21610 }, delay: 800 });
  auth0.sequence(["oauth-ro/wrong-password", { use: "oauth-ro/network-error", delay: 300 }, "oauth-ro/success"]);`;

const own = Array.from(
  { length: 1000 },
  (_, n) => `"own-${n}": { status: 400, error: "own", description: "No. ${n} of {name}", params: { name: "x" } },`,
);
const withThousand = `
  import { mockAuth0 } from "auth0-msw";
  const auth0 = mockAuth0({ scenarios: { "oauth-ro": { ${own.join("\n")} } } });
  auth0.use("oauth-ro/own-999", { params: { name: "y" } });
  auth0.sequence(["oauth-ro/own-1", { use: "oauth-ro/own-2", params: { name: "z" } }, "oauth-ro/success"]);`;

const [without, pack, thousand] = [byHand, withPack, withThousand].map(compile);
if (!without || !pack || !thousand) throw new Error("Nothing was compiled.");
report([
  {
    what: "types in a project, compared with handlers by hand",
    value: pack.instantiations - without.instantiations,
    unit: "instantiations",
    goal: { atMost: 20_000 },
  },
  { what: "checking a file with 1,000 scenarios", value: thousand.check * 1000, unit: "ms", goal: { atMost: 500 } },
]);

function compile(source: string): { instantiations: number; check: number } {
  // Inside the package, so that its own name and its dependencies resolve.
  const folder = mkdtempSync(join(import.meta.dirname, "types-"));
  try {
    writeFileSync(join(folder, "index.ts"), source);
    const compilerOptions = {
      target: "ES2024",
      lib: ["ES2024", "DOM"],
      module: "nodenext",
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ["node"],
      ...(isMsw2 && { paths: msw2 }),
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["index.ts"] }));
    const printed = execFileSync(process.execPath, [compiler, "-p", folder, "--extendedDiagnostics"], {
      encoding: "utf8",
    });
    const counter = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, "m").exec(printed)?.[1]);
    return { instantiations: counter("Instantiations"), check: counter("Check time") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
