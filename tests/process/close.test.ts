import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { run } from "../helpers/run.ts";

const cwd = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a script in which a mock answers at once, or after a delay. */
function runScript(script: string): ReturnType<typeof run> {
  const setUp = `
    import { mockAuth0 } from "auth0-msw";
    import { setupServer } from "msw/node";
    const auth0 = mockAuth0();
    const server = setupServer(...auth0.handlers);
    server.listen();
    const ask = () => fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" });
  `;
  const args = ["--conditions=auth0-msw-source", "--input-type=module", "--eval", setUp + script];
  // Far less than the delay of the script below.
  return run(process.execPath, args, { cwd, timeout: 60_000 });
}

test("a delayed answer keeps no process alive after its server is closed", async () => {
  const { code, err } = await runScript(`
    auth0.use("oauth-ro/user-blocked", { delay: 86_400_000 });
    ask().catch(() => {});
    await auth0.waitForCall("oauth-ro");
    server.close();
  `);
  expect(err).toBe("");
  expect(code).toBe(0);
});

test("while the server listens, a process that waits for a delayed answer gets it", async () => {
  const { code, out } = await runScript(`
    auth0.use("oauth-ro/user-blocked", { delay: 300 });
    console.log((await ask()).status);
    server.close();
  `);
  expect(out.trim()).toBe("401");
  expect(code).toBe(0);
});
