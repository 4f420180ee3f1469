import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { CoverageReport } from "../coverage/report.ts";

/** Every PNG begins with these bytes. */
const signature = "89504e470d0a1a0a";

/** The screenshots of a report as data URLs, by their path in the report. Leaves out files that are missing or no PNG. */
export async function readScreenshots(
  file: string,
  { endpoints }: CoverageReport,
): Promise<ReadonlyMap<string, string>> {
  const paths = endpoints.flatMap(({ scenarios }) => scenarios.flatMap(({ screen }) => screen?.screenshot ?? []));
  const read = await Promise.all(
    paths.map(async (path) => [path, await readPng(resolve(dirname(file), path))] as const),
  );
  return new Map(read.flatMap(([path, url]) => (url === undefined ? [] : [[path, url]])));
}

async function readPng(file: string): Promise<string | undefined> {
  // Not a device or a pipe, which may never end.
  const isFile = await stat(file)
    .then((found) => found.isFile())
    .catch(() => false);
  const bytes = isFile ? await readFile(file) : undefined;
  return bytes?.toString("hex", 0, 8) === signature ? `data:image/png;base64,${bytes.toString("base64")}` : undefined;
}
