import { readFile } from "node:fs/promises";
import { msw } from "msw/vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { chromium } from "../../host/chromium.ts";
import { configuration, oneLine, own, setUp } from "./projects.ts";

/** Serves the worker that a page's cookie asks for: one that takes no pages, or none. */
function askedForWorkerFile(): Plugin {
  return {
    name: "asked-for-worker-file",
    async configureServer(server) {
      const source = await readFile(
        new URL("../../../node_modules/msw/lib/mockServiceWorker.js", import.meta.url),
        "utf8",
      );
      server.middlewares.use((request, response, next) => {
        const { url, headers } = request;
        const asked = url === "/mockServiceWorker.js" ? /worker=(\w+)/.exec(headers.cookie ?? "")?.[1] : undefined;
        if (asked === "shy") {
          response.setHeader("content-type", "text/javascript");
          response.end(source.replace("self.clients.claim()", "undefined"));
          return;
        }
        // Vitest itself says that there is no such file.
        if (asked === "none") request.url = "/no-such-file.js";
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
      plugins: [askedForWorkerFile(), msw({ mode: "worker-only" })],
      // This package too, as Vite does where it is installed: a page loads few files then.
      optimizeDeps: { include: ["auth0-msw", "auth0-msw/vitest", "msw", "msw/browser"] },
      test: {
        browser: {
          ...chromium(),
          // Of one project, since each has a server, which transforms everything anew.
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
