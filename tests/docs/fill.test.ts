import { expect, test } from "vitest";
import { fill } from "../../scripts/docs/fill.ts";

const files: Readonly<Record<string, string>> = {
  "examples/whole.ts": 'import { a } from "a";\n\n// #region call\na();\n// #endregion\n',
  "examples/nested.tsx": [
    "describe(() => {",
    "  // #region outer",
    "  before();",
    "  {",
    "    // #region inner",
    "    inner();",
    "",
    "    last();",
    "    // #endregion",
    "  }",
    "  // #endregion outer",
    "});",
  ].join("\n"),
  "examples/ci.yml": "# #region job\njob: 1\n# #endregion\n",
  "examples/fence.md": "```sh\nls\n```\n",
};

const sources = {
  read: (file: string) => {
    const text = files[file];
    if (text === undefined) throw new Error(`no such file: ${file}`);
    return text;
  },
  generators: { numbers: () => "one\ntwo" },
};

const filled = (...lines: string[]) => fill("docs/page.md", lines.join("\n"), sources).then((text) => text.split("\n"));

test("an include fills the block below it with the file, without its region markers", async () => {
  const page = ["Before.", "", "<!-- include: examples/whole.ts -->", "", "```js", "old();", "```", "", "After."];
  expect(await filled(...page)).toEqual([
    "Before.",
    "",
    "<!-- include: examples/whole.ts -->",
    "",
    "```ts",
    'import { a } from "a";',
    "",
    "a();",
    "```",
    "",
    "After.",
  ]);
});

test("an include without a block gets one, and the text below is unchanged", async () => {
  expect(await filled("<!-- include: examples/whole.ts#call -->", "", "After.", "", "```sh", "ls", "```")).toEqual([
    "<!-- include: examples/whole.ts#call -->",
    "",
    "```ts",
    "a();",
    "```",
    "",
    "After.",
    "",
    "```sh",
    "ls",
    "```",
  ]);
});

test("a region ends at its own marker, and its common indentation is removed", async () => {
  expect((await filled("<!-- include: examples/nested.tsx#outer -->")).slice(2)).toEqual([
    "```tsx",
    "before();",
    "{",
    "  inner();",
    "",
    "  last();",
    "}",
    "```",
  ]);
  expect((await filled("<!-- include: examples/nested.tsx#inner -->")).slice(2)).toEqual([
    "```tsx",
    "inner();",
    "",
    "last();",
    "```",
  ]);
  expect((await filled("<!-- include: examples/ci.yml#job -->")).slice(2)).toEqual(["```yml", "job: 1", "```"]);
});

test("an include in a list keeps its indentation, and its fence is longer than those in the file", async () => {
  expect(
    await filled("1. First", "", "   <!-- include: examples/fence.md -->", "", "   ```md", "   x", "   ```"),
  ).toEqual([
    "1. First",
    "",
    "   <!-- include: examples/fence.md -->",
    "",
    "   ````md",
    "   ```sh",
    "   ls",
    "   ```",
    "   ````",
  ]);
});

test("several includes and generated blocks are filled, and filling again changes nothing", async () => {
  const page = [
    "<!-- generated: numbers -->",
    "<!-- /generated -->",
    "",
    "<!-- include: examples/whole.ts#call -->",
    "",
    "<!-- generated: numbers -->",
    "old",
    "<!-- /generated -->",
    "",
    "<!-- include: examples/ci.yml -->",
  ];
  const once = await filled(...page);
  expect(once).toEqual([
    "<!-- generated: numbers -->",
    "",
    "one",
    "two",
    "",
    "<!-- /generated -->",
    "",
    "<!-- include: examples/whole.ts#call -->",
    "",
    "```ts",
    "a();",
    "```",
    "",
    "<!-- generated: numbers -->",
    "",
    "one",
    "two",
    "",
    "<!-- /generated -->",
    "",
    "<!-- include: examples/ci.yml -->",
    "",
    "```yml",
    "job: 1",
    "```",
  ]);
  expect(await filled(...once)).toEqual(once);
});

test("a marker inside a code block or a sentence does nothing", async () => {
  const page = [
    "```md",
    "<!-- include: examples/none.ts -->",
    "```",
    "",
    "Write `<!-- include: examples/none.ts -->`.",
  ];
  expect(await filled(...page)).toEqual(page);
});

test.each([
  ["<!-- include: examples/none.ts -->", "docs/page.md:2: examples/none.ts can't be read."],
  ["<!-- include: examples/whole.ts#none -->", 'docs/page.md:2: examples/whole.ts has no region "none".'],
  ["<!-- generated: toString -->", 'docs/page.md:2: unknown generator "toString". Use one of numbers.'],
  ["<!-- generated: numbers -->", "docs/page.md:2: the generated part has no end."],
])("reports the place of an invalid marker: %s", async (marker, message) => {
  await expect(filled("# Page", marker)).rejects.toThrow(message);
});
