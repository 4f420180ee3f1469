import { workerFile } from "./worker-file.ts";

/** The parts of Vite’s configuration that change. */
interface ViteConfig {
  readonly plugins?: readonly unknown[];
  readonly optimizeDeps?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
}

// Otherwise Vite would discover these during the first run and reload the page.
const preBundled = ["msw", "msw/browser", "jose", "jose/jwt/sign", "@faker-js/faker/locale/en"];

/** Adds the worker script to the project's Vite, and keeps the package a single instance. */
export function viteFinal<Config extends object>(config: Config, options: { readonly configDir: string }): Config {
  const { plugins = [], optimizeDeps = {} } = config as ViteConfig;
  return {
    ...config,
    plugins: [...plugins, workerFile(options.configDir)],
    optimizeDeps: {
      ...optimizeDeps,
      // If it were optimized for stories but not for the preview, there would be two instances.
      exclude: [...(optimizeDeps.exclude ?? []), "auth0-msw"],
      include: [...(optimizeDeps.include ?? []), ...preBundled.map((each) => `auth0-msw > ${each}`)],
    },
  };
}
