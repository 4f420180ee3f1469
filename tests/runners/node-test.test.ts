import { type Result, testRecipe } from "../helpers/recipe.ts";
import { run } from "../helpers/run.ts";

testRecipe({
  fixture: "node-test",
  packages: [],
  extension: "mjs",
  async run(root, file) {
    const args = ["--import", "./auth0-mock.mjs", "--test", "--test-reporter=./reporter.mjs", file];
    const { code, out } = await run(process.execPath, args, { cwd: root });
    const lines = out.trimEnd().split("\n");
    return { code, results: lines.map((line) => JSON.parse(line) as Result) };
  },
});
