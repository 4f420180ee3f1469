import { fileURLToPath } from "node:url";
import { testRecipe } from "../helpers/recipe.ts";
import { run } from "../helpers/run.ts";

const jest = fileURLToPath(import.meta.resolve("jest/bin/jest"));

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

testRecipe({
  fixture: "jest",
  packages: ["auth0-js", "jest-fixed-jsdom"],
  extension: "js",
  async run(root, file) {
    const env = { NODE_OPTIONS: "--experimental-vm-modules" };
    const { code, out } = await run(process.execPath, [jest, "--json", "--testTimeout=120000", file], {
      cwd: root,
      env,
    });
    const { testResults } = JSON.parse(out) as Report;
    const results = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .map(({ title, status, failureMessages: [stack] }) => ({ title, passed: status === "passed", stack }));
    return { code, results };
  },
});
