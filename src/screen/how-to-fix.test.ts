import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { howToFix } from "./how-to-fix.ts";

test.each(Object.entries(howToFix))("%s has a heading to link to", (_verdict, { link }) => {
  const [page = "", anchor] = link.split("#");
  const headings = readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm);
  const anchors = Array.from(headings, ([, heading = ""]) => heading.toLowerCase().replaceAll(" ", "-"));
  expect(anchors).toContain(anchor);
});
