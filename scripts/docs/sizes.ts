import { sizes } from "../size.ts";
import { table } from "./markdown.ts";

/** What a bundle grows by, in whole kilobytes: a smaller change leaves the documentation as it is. */
export async function sizesTable(): Promise<string> {
  const measured = await sizes();
  return table(
    ["What a bundle grows by", "Minified and gzipped, without MSW"],
    measured.map(({ what, size }) => [what, `${Math.round(size / 1000)} kB`]),
  );
}
