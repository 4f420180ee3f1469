import { readFile } from "node:fs/promises";
import { msw } from "msw/vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { chromium } from "../../host/chromium.ts";
import { configuration, oneLine, own, setUp } from "./projects.ts";

/** Serves the worker that the page's cookie selects: one that does not claim pages, or none. */
function workerFileByCookie(): Plugin {
  return {
    name: "worker-file-by-cookie",
    async configureServer(server) {
      const source = await readFile(
        new URL("../../../node_modules/msw/lib/mockServiceWorker.js", import.meta.url),
        "utf8",
      );
      server.middlewares.use((request, response, next) => {
        const { url, headers } = request;
        const variant = url === "/mockServiceWorker.js" ? /worker=(\w+)/.exec(headers.cookie ?? "")?.[1] : undefined;
        if (variant === "unclaimed") {
          response.setHeader("content-type", "text/javascript");
          response.end(source.replace("self.clients.claim()", "undefined"));
          return;
        }
        // Vitest responds that the file does not exist.
        if (variant === "none") request.url = "/no-such-file.js";
        next();
      });
    },
  };
}

function inChromium({ test }: ReturnType<typeof oneLine>) {
  return { browser: "chromium" as const, ...test };
}

export default defineConfig(
  configuration([
    {
      extends: true,
      plugins: [workerFileByCookie(), msw({ mode: "worker-only" })],
      // Includes this package, as Vite does when it is installed: the page then loads few files.
      optimizeDeps: { include: ["auth0-msw", "auth0-msw/vitest", "msw", "msw/browser"] },
      test: {
        browser: {
          ...chromium(),
          // In one project: each project has its own server, which transforms every file again.
          instances: [
            inChromium(oneLine("chromium")),
            inChromium(own("own-worker")),
            inChromium(own("uncontrolled")),
            inChromium(oneLine("no-isolate", { include: ["no-isolate/*.spec.ts"], isolate: false })),
            inChromium(
              oneLine("no worker file", { include: ["mistakes.spec.ts"], setupFiles: setUp("no-worker-file") }),
            ),
          ],
        },
      },
    },
  ]),
);
