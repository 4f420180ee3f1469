import { readFile } from "node:fs/promises";
import { msw } from "msw/vite";
import type { Plugin } from "vite";
import type { TestProjectInlineConfiguration } from "vitest/config";
import { defineConfig } from "vitest/config";
import { chromium, packages } from "../../host/chromium.ts";
import { configuration, oneLine, own } from "./projects.ts";

const workerFile = msw({ mode: "worker-only" });

/** Serves a worker that takes no pages, and from the second time on one that does. */
function lateWorkerFile(): Plugin {
  let isServed = false;
  return {
    name: "late-worker-file",
    async configureServer(server) {
      const source = await readFile(
        new URL("../../../node_modules/msw/lib/mockServiceWorker.js", import.meta.url),
        "utf8",
      );
      server.middlewares.use("/mockServiceWorker.js", (_request, response) => {
        response.setHeader("content-type", "text/javascript");
        response.end(isServed ? source : source.replace("self.clients.claim()", "undefined"));
        isServed = true;
      });
    },
  };
}

function inChromium(project: TestProjectInlineConfiguration, ...plugins: Plugin[]): TestProjectInlineConfiguration {
  return {
    ...project,
    plugins,
    optimizeDeps: { include: [...packages, "msw", "msw/browser"] },
    test: {
      ...project.test,
      browser: chromium(),
    },
  };
}

export default defineConfig(
  configuration([
    inChromium(oneLine("chromium"), workerFile),
    inChromium(own("own-worker"), workerFile),
    inChromium(own("uncontrolled"), lateWorkerFile()),
    inChromium(oneLine("no-isolate", { include: ["no-isolate/*.spec.ts"], isolate: false }), workerFile),
    inChromium(oneLine("no worker file", { include: ["mistakes.spec.ts"] })),
  ]),
);
