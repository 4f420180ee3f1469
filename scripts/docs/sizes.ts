import { sizes } from "../size.ts";
import { table } from "./markdown.ts";

/** How much a bundle grows, in whole kilobytes, so that small changes do not change the documentation. */
export async function sizesTable(): Promise<string> {
  const measured = await sizes();
  return table(
    ["Added to a bundle", "Minified and gzipped, without MSW"],
    measured.map(({ what, size }) => [what, `${Math.round(size / 1000)} kB`]),
  );
}
