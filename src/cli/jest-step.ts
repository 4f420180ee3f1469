import { type Project, read } from "./project.ts";
import type { Step } from "./step.ts";

const configFiles = ["ts", "mts", "js", "mjs", "cjs", "json"].map((extension) => `jest.config.${extension}`);

/** Whether Jest runs code with `import` in this project: after a transform, or as ES modules. */
export function jestTakesImports({ isModule, isTypeScript, dependencies }: Project): boolean {
  const transform = /^(@babel\/preset-|babel-preset-|@swc\/jest$|next$|react-scripts$|esbuild-jest$)/;
  return isModule || isTypeScript || [...dependencies].some((name) => transform.test(name));
}

/** What is missing in the Jest configuration. Undefined when nothing is. */
export function jestStep(project: Project, setupFile: string): Step | undefined {
  const path = configFiles.find((file) => read(project, file) !== null);
  const inManifest = JSON.parse(read(project, "package.json") ?? "{}") as { readonly jest?: object };
  const source = (path && read(project, path)) ?? JSON.stringify(inManifest.jest ?? {});
  if (source.includes("auth0-msw/jest")) return undefined;
  const jsdom =
    /jsdom/.test(source) && !source.includes("jest-fixed-jsdom")
      ? " Install jest-fixed-jsdom and set testEnvironment to it: plain jsdom has no fetch."
      : "";
  const entry = `["./${setupFile}"]`;

  const isJson = path === undefined ? inManifest.jest !== undefined : path.endsWith(".json");
  if (isJson && !source.includes('"preset"')) {
    return {
      text: `In ${path ?? "jest in package.json"}, add two lines.${jsdom}`,
      code: `"preset": "auth0-msw/jest",\n"setupFilesAfterEnv": ${entry},`,
    };
  }
  const isCommonJs = path?.endsWith(".cjs") || (path?.endsWith(".js") && !project.isModule);
  const text =
    path === undefined && !isJson
      ? "No Jest config found. Create jest.config.mjs:"
      : isJson
        ? `A config has one preset only. Move ${path ?? "jest in package.json"} to jest.config.mjs, and wrap it.${jsdom}`
        : `In ${path}, wrap the config and load the setup file.${jsdom}`;
  const code = isCommonJs
    ? `const { withAuth0 } = require("auth0-msw/jest/config");\n\nmodule.exports = withAuth0({ setupFilesAfterEnv: ${entry} });`
    : `import { withAuth0 } from "auth0-msw/jest/config";\n\nexport default withAuth0({ setupFilesAfterEnv: ${entry} });`;
  return { text, code };
}
