import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

/** Serves the worker of MSW 2, like `msw/vite` for MSW 3. */
export function msw2Worker(): Plugin {
  const path = createRequire(import.meta.url).resolve("msw2/mockServiceWorker.js");
  return {
    name: "msw2-worker",
    configureServer(server) {
      server.middlewares.use("/mockServiceWorker.js", (_request, response) => {
        response.setHeader("content-type", "text/javascript");
        response.end(readFileSync(path));
      });
    },
  };
}
