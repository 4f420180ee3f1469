import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  build,
  createServer,
  defaultClientConditions,
  type InlineConfig,
  type Plugin,
  preview,
  type PreviewServer,
  type ViteDevServer,
} from "vite";
import { packages } from "../host/chromium.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

const site = fileURLToPath(new URL("../app/site", import.meta.url));

/** The MSW of the app. `msw2` is the alias of version 2. */
export type Msw = "msw" | "msw2";

/** The Vite config of the app. It uses the sources of this package. */
export function configOf(msw: Msw): InlineConfig {
  return {
    configFile: false,
    root: site,
    logLevel: "silent",
    resolve: {
      alias: [{ find: /^msw(?=\/|$)/, replacement: msw }],
      conditions: ["auth0-msw-source", ...defaultClientConditions],
    },
  };
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

const onLoopback = { host: "127.0.0.1", port: 0, allowedHosts: ["app.test"] };

/** Serves the app like `vite`. Without a worker, the URL of the worker returns the page. */
export async function serveSources(msw: Msw, { worker = true } = {}): Promise<Served> {
  const cacheDir = newFolder();
  const server = await createServer({
    ...configOf(msw),
    cacheDir,
    plugins: worker ? [workerOf(msw)] : [],
    optimizeDeps: { include: [...packages, msw, `${msw}/browser`] },
    server: { ...onLoopback, fs: { allow: [repository] }, watch: null },
  });
  await server.listen();
  return servedBy(server, cacheDir);
}

/** Builds the app for development and serves it like `vite preview`. A page loads three times as fast. */
export async function serveBuild(msw: Msw, base = "/"): Promise<Served> {
  const outDir = newFolder();
  const config: InlineConfig = {
    ...configOf(msw),
    base,
    mode: "development",
    build: { outDir },
    preview: onLoopback,
  };
  await build(config);
  copyFileSync(workerFileOf(msw), join(outDir, "mockServiceWorker.js"));
  return servedBy(await preview(config), outDir);
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "auth0-msw-site-"));
}

function servedBy(server: ViteDevServer | PreviewServer, folder: string): Served {
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error("The app has no URL.");
  return {
    url,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function workerFileOf(msw: Msw): string {
  return createRequire(import.meta.url).resolve(`${msw}/mockServiceWorker.js`);
}

function workerOf(msw: Msw): Plugin {
  return {
    name: "worker",
    configureServer(server) {
      server.middlewares.use("/mockServiceWorker.js", (_request, response) => {
        response.setHeader("content-type", "text/javascript");
        response.end(readFileSync(workerFileOf(msw)));
      });
    },
  };
}
