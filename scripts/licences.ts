import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes the licences of all bundled packages into one file, as the licences require. */
export function writeLicences(chunks: readonly object[], outDir: string, file = "THIRD-PARTY-LICENSES.txt"): void {
  const folders = new Set(
    chunks.flatMap((chunk) => ("moduleIds" in chunk ? (chunk.moduleIds as string[]) : [])).flatMap(packageFolder),
  );
  const texts = [...folders].toSorted().map(licenceOf);
  if (texts.length === 0) return;
  writeFileSync(join(outDir, file), texts.join(`\n${"-".repeat(80)}\n\n`));
}

function packageFolder(moduleId: string): string[] {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(moduleId.replaceAll("\\", "/")) ?? [];
}

function licenceOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, string>;
  const file = readdirSync(folder).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
  if (file === undefined) throw new Error(`${name} is bundled but has no licence file. Look for its licence by hand.`);
  return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
