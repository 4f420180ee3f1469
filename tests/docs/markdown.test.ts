import { expect, test } from "vitest";
import { codeSpan, fencesIn, plain, slug, table } from "../../scripts/docs/markdown.ts";

test.each([
  ["The demo tenant", "the-demo-tenant"],
  ["`POST /oauth/ro`", "post-oauthro"],
  ["What's new?", "whats-new"],
  ["Node × MSW", "node--msw"],
  ["`snake_case` & **bold**", "snake_case--bold"],
  ["[A link](https://example.com/a-b) in it", "a-link-in-it"],
  ["Größe", "größe"],
])("the heading %j has the anchor %j", (heading, anchor) => {
  expect(slug(heading)).toBe(anchor);
});

test("a fence ends at one of the same kind and at least the same length, or at the end of the text", () => {
  const lines = ["````md", "```ts", "inner", "```", "````", "~~~js", "```", "~~~", "  ```sh", "  ls", "```", "```"];
  expect(fencesIn(lines)).toEqual([
    { start: 0, end: 4, language: "md", code: ["```ts", "inner", "```"] },
    { start: 5, end: 7, language: "js", code: ["```"] },
    { start: 8, end: 10, language: "sh", code: ["ls"] },
    { start: 11, end: 11, language: "", code: [] },
  ]);
});

test("texts of the catalog are escaped in tables, code and prose", () => {
  expect(table(["a"], [["b | c"]])).toBe("| a |\n| --- |\n| b \\| c |");
  expect(codeSpan("a `b`")).toBe("`` a `b` ``");
  expect(plain("errors/_errors.md *now* <b> [x] snake_case")).toBe(
    String.raw`errors/\_errors.md \*now\* \<b> \[x\] snake_case`,
  );
});
