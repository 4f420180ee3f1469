import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

// A dry run of a release: everything but the upload. Run a build first.

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly repository?: unknown;
}

interface Packed {
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

const { name, version, repository } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const problems: string[] = [];

if (!readFileSync("CHANGELOG.md", "utf8").includes(`\n## ${version}\n`)) {
  problems.push(
    `CHANGELOG.md has no section for ${version}. \`npx changeset\` and \`npm run release:version\` write it.`,
  );
}

const plan = run("npx", "--no", "changeset", "publish-plan");
console.log(plan.replace(/^.*\n+/, ""));

const packed = (JSON.parse(run("npm", "publish", "--dry-run", "--ignore-scripts", "--json")) as Record<string, Packed>)[
  name
];
if (packed?.files.some(({ path }) => path === "dist/index.js")) {
  console.log(`${name} ${version}: ${packed.files.length} files, ${Math.round(packed.size / 1000)} kB packed`);
} else problems.push("The package has no dist/index.js. Run `npm run build`.");

if (repository === undefined) {
  const missing = "package.json has no `repository`. npm refuses to publish with provenance without it.";
  if (process.env["GITHUB_ACTIONS"] === "true") problems.push(missing);
  else console.warn(missing);
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log("The dry run has passed.");

/** Prints what a failing command printed, and ends. */
function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status === 0) return stdout.trim();
  console.error(`${[command, ...args].join(" ")} failed:\n${stdout}${stderr}`);
  process.exit(1);
}
