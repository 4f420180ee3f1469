import { join } from "node:path";
import { neededPackages } from "./needed-packages.ts";

/** The part of a Jest configuration that `withAuth0` reads. */
export interface JestConfig {
  readonly preset?: string | null | undefined;
  readonly testEnvironment?: string | undefined;
  readonly transform?: Readonly<Record<string, unknown>> | undefined;
  readonly transformIgnorePatterns?: readonly string[] | undefined;
}

/** What `withAuth0` sets in a configuration. */
export interface Auth0JestConfig {
  // oxlint-disable-next-line typescript/no-explicit-any -- as in Jest, whose own type of it is not public
  transform: Record<string, any>;
  transformIgnorePatterns: string[];
}

const ofJest = { transform: { "\\.[jt]sx?$": "babel-jest" }, ignore: ["/node_modules/", "\\.pnp\\.[^\\/]+$"] };

/**
 * Adds to a Jest configuration what ES modules in `node_modules` need. Your own transform and preset stay as they are.
 * Throws for Jest's plain jsdom, which has no `fetch`.
 * @example export default withAuth0({ preset: "ts-jest", testEnvironment: "jest-fixed-jsdom" });
 */
export function withAuth0<const Config extends object = {}>(
  config: Config = {} as Config,
): Omit<Config, keyof Auth0JestConfig> & Auth0JestConfig {
  const { preset, testEnvironment, transform, transformIgnorePatterns }: JestConfig = config;
  if (testEnvironment === "jsdom" || testEnvironment === "jest-environment-jsdom") {
    throw new Error(
      `auth0-msw/jest needs Node's fetch, which testEnvironment "${testEnvironment}" lacks. ` +
        'Install jest-fixed-jsdom, and set testEnvironment to "jest-fixed-jsdom".',
    );
  }
  const modules = modulesPattern();
  const own = { [`${modules}.+\\.m?js$`]: "auth0-msw/jest/transform" };
  const ignored = transformIgnorePatterns ?? ofJest.ignore;
  return {
    ...config,
    // The first pattern that matches applies. A preset has a transform, and Jest would not add its own to ours.
    transform: { ...own, ...(transform ?? (preset ? {} : ofJest.transform)) },
    transformIgnorePatterns: ignored.map((pattern) => `^(?!.*${modules}).*(?:${pattern})`),
  };
}

/** This package and MSW, with all that they import: many are ES modules, and which ones depends on the versions. */
function modulesPattern(): string {
  const names = neededPackages(["auth0-msw", "msw", "@faker-js/faker", "jose"], join(process.cwd(), "package.json"));
  return `/node_modules/(?:${names.map((name) => name.replaceAll(".", "\\.")).join("|")})/`;
}
