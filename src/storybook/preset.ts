import { workerFile } from "./worker-file.ts";

/** As much of Vite’s configuration as is changed here. */
interface ViteConfig {
  readonly plugins?: readonly unknown[];
  readonly optimizeDeps?: { readonly include?: readonly string[]; readonly exclude?: readonly string[] };
}

// Vite would find these in the middle of the first run only, and reload the page.
const bundledAhead = ["msw", "msw/browser", "jose", "jose/jwt/sign", "@faker-js/faker/locale/en"];

/** Adds to the project's Vite what the addon needs: the worker's file, and the package as one instance. */
export function viteFinal<Config extends object>(config: Config, options: { readonly configDir: string }): Config {
  const { plugins = [], optimizeDeps = {} } = config as ViteConfig;
  return {
    ...config,
    plugins: [...plugins, workerFile(options.configDir)],
    optimizeDeps: {
      ...optimizeDeps,
      // Bundled for stories and as it stands for the preview, it would be two packages.
      exclude: [...(optimizeDeps.exclude ?? []), "auth0-msw"],
      include: [...(optimizeDeps.include ?? []), ...bundledAhead.map((each) => `auth0-msw > ${each}`)],
    },
  };
}
