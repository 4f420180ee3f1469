import { workerFile } from "./worker-file.ts";

/** The part of Vite’s configuration that is changed here. */
interface ViteConfig {
  readonly plugins?: readonly unknown[];
  readonly optimizeDeps?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
}

// Vite would discover these during the first run, and reload the page.
const bundledAhead = ["msw", "msw/browser", "jose", "jose/jwt/sign", "@faker-js/faker/locale/en"];

/** Adds to the project's Vite the worker script, and keeps the package a single instance. */
export function viteFinal<Config extends object>(config: Config, options: { readonly configDir: string }): Config {
  const { plugins = [], optimizeDeps = {} } = config as ViteConfig;
  return {
    ...config,
    plugins: [...plugins, workerFile(options.configDir)],
    optimizeDeps: {
      ...optimizeDeps,
      // Optimized for stories but not for the preview, it would be two instances.
      exclude: [...(optimizeDeps.exclude ?? []), "auth0-msw"],
      include: [...(optimizeDeps.include ?? []), ...bundledAhead.map((each) => `auth0-msw > ${each}`)],
    },
  };
}
