import { createRequire } from "node:module";
import { join } from "node:path";
import { checkPeer } from "../catalog/peer-versions.ts";
import { workerFolder } from "./worker-folder.ts";

interface Options {
  /** The folder of the project's Storybook configuration. */
  readonly configDir: string;
}

/** The parts of Vite’s configuration that change. */
interface ViteConfig {
  readonly optimizeDeps?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
}

// Otherwise Vite would discover these during the first run and reload the page.
const preBundled = ["msw", "msw/browser", "jose", "jose/jwt/sign", "@faker-js/faker/locale/en"];

/** Serves the worker script of the project's MSW, and adds it to builds, whatever the builder. */
export function staticDirs(dirs: readonly unknown[] = [], { configDir }: Options): unknown[] {
  checkPeer("auth0-msw/storybook", "storybook", createRequire(join(configDir, "/")));
  return [...dirs, { from: workerFolder(configDir), to: "/" }];
}

/** Keeps the package a single instance in projects with Vite. */
export function viteFinal<Config extends object>(config: Config): Config {
  const { optimizeDeps = {} } = config as ViteConfig;
  return {
    ...config,
    optimizeDeps: {
      ...optimizeDeps,
      // If it were optimized for stories but not for the preview, there would be two instances.
      exclude: [...(optimizeDeps.exclude ?? []), "auth0-msw"],
      include: [...(optimizeDeps.include ?? []), ...preBundled.map((each) => `auth0-msw > ${each}`)],
    },
  };
}
