import { createServer, type Server } from "node:http";
import { existsSync } from "node:fs";
import { readFile, mkdtemp } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { start as startProcess, type Started } from "./run.ts";

/** A running Storybook. */
export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const storybook = createRequire(import.meta.url).resolve("storybook/internal/bin/dispatcher");

/** Builds a Storybook, unless this process has built it before, and serves it from a subpath. */
export async function serveBuilt(
  configDir: string,
  path = "/some/path/",
): Promise<Running & { readonly folder: string }> {
  const building = builds.get(configDir) ?? build(configDir);
  builds.set(configDir, building);
  const folder = await building;
  return { folder, ...(await serveFolder(folder, path)) };
}

/** The folders of the builds so far. */
const builds = new Map<string, Promise<string>>();

async function build(configDir: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "storybook-"));
  const { code, out, err } = await start("build", "-c", configDir, "-o", folder, "--quiet").ended;
  if (code !== 0) throw new Error(`The build of ${configDir} failed:\n${out}\n${err}`);
  return folder;
}

/** Serves a built Storybook from a subpath. */
export async function serveFolder(folder: string, path = "/some/path/"): Promise<Running> {
  const server = createServer((request, response) => {
    const requested = new URL(request.url ?? "/", "http://localhost").pathname;
    // The default URL of the MSW worker.
    const pathname = requested === "/mockServiceWorker.js" ? `${path}mockServiceWorker.js` : requested;
    const file = join(folder, pathname.slice(path.length) || "index.html");
    if (!pathname.startsWith(path) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    void readFile(file).then((content) => {
      // As hosts of static sites do, let the browser keep files for a while.
      const type = types[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": "max-age=600" });
      response.end(content);
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Starts the development server of a Storybook. */
export async function serveDev(configDir: string): Promise<Running> {
  const probe = createServer();
  const port = await listen(probe);
  probe.close();
  const args = ["dev", "-c", configDir, "-p", String(port), "--ci", "--host", "127.0.0.1", "--exact-port"];
  const { child, ended } = start(...args);
  const url = `http://127.0.0.1:${port}/`;
  for (let tries = 0; !(await isUp(`${url}index.json`)); tries += 1) {
    if (tries > 300 || child.exitCode !== null) throw new Error("Storybook did not start.");
    await sleep(200);
  }
  return {
    url,
    async close() {
      child.kill();
      await ended;
    },
  };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}

// With the variables of Vitest, Storybook would run in test mode.
function start(...args: readonly string[]): Started {
  const env = { STORYBOOK_DISABLE_TELEMETRY: "1" };
  return startProcess(process.execPath, [storybook, ...args, "--disable-telemetry"], { cwd: root, env });
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
