import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Plugin } from "vite";

const name = "mockServiceWorker.js";

/** Serves the worker script of the project's MSW, and adds it to builds. */
export function workerFile(folder: string): Plugin {
  const path = createRequire(join(folder, "/")).resolve(`msw/${name}`);
  let base = "/";
  return {
    name: "auth0-msw:worker-file",
    configResolved(config) {
      base = config.base;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url?.split("?", 1)[0] !== `${base}${name}`) {
          next();
          return;
        }
        void readFile(path, "utf8").then((source) => {
          response.setHeader("content-type", "text/javascript");
          response.end(source);
        }, next);
      });
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: name, source: await readFile(path, "utf8") });
    },
  };
}
