import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../helpers/run.ts";
import { runsAll } from "../helpers/runs-all.ts";
import { emptyProject, installed } from "./npm.ts";

const examples = fileURLToPath(new URL("../../examples/cypress", import.meta.url));

// Cypress itself is a download from its own server. Its package has the types.
test.runIf(runsAll)("the examples for Cypress have no type errors", async () => {
  const folder = emptyProject();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await installed(folder, ["cypress@15.3.0", "vite@8", "typescript@5.9.3", "msw@3"]);
  cpSync(examples, folder, { recursive: true });
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "ES2024",
        lib: ["ES2024", "DOM"],
        module: "preserve",
        types: ["cypress", "vite/client"],
        strict: true,
        checkJs: true,
        noEmit: true,
        skipLibCheck: true,
      },
      include: ["*.ts", "*.js"],
    }),
  );
  const check = () => run("node_modules/.bin/tsc", ["-p", "."], { cwd: folder });
  expect(await check()).toMatchObject({ code: 0, out: "" });
  writeFileSync(join(folder, "wrong.cy.js"), 'cy.window().then(({ auth0 }) => auth0.use("oauth-ro/user-bloked"));\n');
  expect((await check()).out).toContain("wrong.cy.js");
});
