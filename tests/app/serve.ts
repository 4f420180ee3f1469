import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer, defaultClientConditions, type InlineConfig, type Plugin } from "vite";
import { packages } from "../host/chromium.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));

const site = fileURLToPath(new URL("site", import.meta.url));

/** The MSW that an app has installed; the second is the alias of version 2. */
export type Msw = "msw" | "msw2";

/** How the app is built and served: with this package from its sources. */
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
  readonly port: number;
  close(): Promise<void>;
}

/** Serves the app as `vite` does; without a worker, the worker's address leads to the page itself. */
export async function serveSite(msw: Msw, { worker = true, base = "/" } = {}): Promise<Served> {
  const cacheDir = mkdtempSync(join(tmpdir(), "auth0-msw-site-"));
  const server = await createServer({
    ...configOf(msw),
    base,
    cacheDir,
    plugins: worker ? [workerOf(msw, base)] : [],
    optimizeDeps: { include: [...packages, msw, `${msw}/browser`] },
    server: { host: "127.0.0.1", port: 0, allowedHosts: ["app.test"], fs: { allow: [repository] }, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== "object" || address === null) throw new Error("The app is not served.");
  return {
    port: address.port,
    async close() {
      await server.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}

function workerOf(msw: Msw, base: string): Plugin {
  const path = createRequire(import.meta.url).resolve(`${msw}/mockServiceWorker.js`);
  return {
    name: "worker",
    configureServer(server) {
      server.middlewares.use(`${base}mockServiceWorker.js`, (_request, response) => {
        response.setHeader("content-type", "text/javascript");
        response.end(readFileSync(path));
      });
    },
  };
}
