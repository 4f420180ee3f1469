import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { run } from "../helpers/run.ts";

const cwd = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a script that uses a mock with a server. */
function runScript(script: string): ReturnType<typeof run> {
  const setUp = `
    import { mockAuth0 } from "auth0-msw";
    import { setupServer } from "msw/node";
    const auth0 = mockAuth0();
    const server = setupServer(...auth0.handlers);
    server.listen();
    const signIn = () => fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" });
  `;
  const args = ["--conditions=auth0-msw-source", "--input-type=module", "--eval", setUp + script];
  // Much shorter than the delay in the script below.
  return run(process.execPath, args, { cwd, timeout: 60_000 });
}

test("a delayed response does not keep the process alive after its server is closed", async () => {
  const { code, err } = await runScript(`
    auth0.use("oauth-ro/user-blocked", { delay: 86_400_000 });
    signIn().catch(() => {});
    await auth0.waitForCall("oauth-ro");
    server.close();
  `);
  expect(err).toBe("");
  expect(code).toBe(0);
});

test("while the server listens, the process waits for a delayed response", async () => {
  const { code, out } = await runScript(`
    auth0.use("oauth-ro/user-blocked", { delay: 300 });
    console.log((await signIn()).status);
    server.close();
  `);
  expect(out.trim()).toBe("401");
  expect(code).toBe(0);
});
