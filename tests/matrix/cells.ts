/** One Storybook that the addon must run in. */
export interface StorybookCell {
  readonly framework: string;
  /** The version of Storybook, and of the framework unless it has another newest one. */
  readonly version: string;
  readonly frameworkVersion?: string;
  readonly format: "CSF 3" | "CSF Next";
  /** The folders of `tests/matrix/storybook` that make up the project. */
  readonly files: readonly string[];
  readonly packages: readonly string[];
  /** What the framework itself needs in `addons`. */
  readonly addons?: readonly string[];
  /** For a version whose frameworks are not published yet: npm installs one of another version only with `--force`. */
  readonly force?: boolean;
  /** Whether every change runs it. The others run with `MATRIX=all`. */
  readonly always?: boolean;
}

const react = { files: ["shared", "react"], format: "CSF 3" } as const;
const reactPackages = ["react@19.3.1", "react-dom@19.3.1"];
const vue = { framework: "vue3-vite", files: ["shared", "vue"], format: "CSF 3" } as const;
const svelte = { framework: "svelte-vite", files: ["shared", "svelte"], format: "CSF 3" } as const;
const html = { framework: "html-vite", files: ["shared", "html"], format: "CSF 3" } as const;
const swc = "@storybook/addon-webpack5-compiler-swc";
const webpack = { framework: "react-webpack5", ...react, addons: [swc] } as const;

export const storybooks: readonly StorybookCell[] = [
  { ...react, framework: "react-vite", version: "9.1.20", packages: [...reactPackages, "vite@7"] },
  { ...vue, version: "9.1.20", packages: ["vue@3", "vite@7"] },
  { ...svelte, version: "9.1.20", packages: ["svelte@5", "@sveltejs/vite-plugin-svelte@6", "vite@7"] },
  { ...html, version: "9.1.20", packages: ["vite@7"] },
  // The oldest version, with the builder that differs most. The newest one is in the snippets of the documentation.
  { ...webpack, version: "9.1.20", packages: [...reactPackages, `${swc}@3`, "webpack@5"], always: true },
  { ...react, framework: "react-vite", version: "10.6.7", packages: [...reactPackages, "vite@8"] },
  {
    framework: "react-vite",
    version: "10.6.7",
    format: "CSF Next",
    files: ["shared", "react", "react-csf-next"],
    packages: [...reactPackages, "vite@8"],
  },
  { ...vue, version: "10.6.7", frameworkVersion: "10.6.0", packages: ["vue@3", "vite@8"] },
  {
    ...svelte,
    version: "10.6.7",
    frameworkVersion: "10.6.2",
    packages: ["svelte@5", "@sveltejs/vite-plugin-svelte@7", "vite@8"],
  },
  { ...html, version: "10.6.7", frameworkVersion: "10.6.0", packages: ["vite@8"] },
  {
    ...webpack,
    version: "10.6.7",
    frameworkVersion: "10.6.6",
    packages: [...reactPackages, `${swc}@4`, "webpack@5"],
  },
  {
    ...react,
    framework: "nextjs-vite",
    version: "10.6.7",
    frameworkVersion: "10.6.5",
    packages: [...reactPackages, "next@16.4.6", "vite@8"],
  },
  { ...html, version: "11.0.0-alpha.6", frameworkVersion: "10.6.0", packages: ["vite@8"], force: true },
];
