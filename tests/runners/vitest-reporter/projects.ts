import { msw } from "msw/vite";
import type { TestProjectInlineConfiguration } from "vitest/config";
import { chromium, packages } from "../../host/chromium.ts";

export const projects: TestProjectInlineConfiguration[] = [inNode("node"), inChromium("chromium"), inNode("again")];

function inNode(name: string): TestProjectInlineConfiguration {
  return { extends: true, test: { name } };
}

function inChromium(name: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    plugins: [msw({ mode: "worker-only" })],
    optimizeDeps: { include: [...packages, "msw", "msw/browser"] },
    test: {
      name,
      browser: chromium(),
    },
  };
}
