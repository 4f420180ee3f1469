import { moduleOf, type Snippet } from "../../docs/find-snippets.ts";

/** What TSDoc examples use of other packages without an import, and where it is from. */
const imports: Readonly<Record<string, string>> = {
  "{ definePreview }": "@storybook/react-vite",
  "{ mockAuth0 }": "auth0-msw",
  "{ screen }": "@testing-library/react",
  "{ setupServer }": "msw/node",
  "{ test as base }": "@playwright/test",
};

/** A TSDoc example as a module that imports what it uses. `declarations` is the text of its file. */
export function exampleModule(example: Snippet, declarations: string): string {
  const entry = entryOf(example.path);
  const named = Array.from(declarations.matchAll(/^export declare \w+ (\w+)/gm), ([, name = ""]) => `{ ${name} }`);
  const other = Array.from(declarations.matchAll(/^export default function (\w+)/gm), ([, name = ""]) => name);
  const own = Object.fromEntries([...named, ...other].map((name) => [name, entry]));
  const missing = Object.entries({ ...imports, ...own }).filter(([clause]) => {
    const name = /(\w+) ?\}?$/.exec(clause)?.[1] ?? "";
    return uses(example.code, name) && !new RegExp(`\\bimport\\b.*\\b${name}\\b`).test(example.code);
  });
  return `${moduleOf(example)}\n${missing.map(([clause, from]) => `import ${clause} from "${from}";`).join("\n")}\n`;
}

/** The name that users import the file by: `dist/jest/config.d.ts` is `auth0-msw/jest/config`. */
function entryOf(path: string): string {
  return `auth0-msw/${path.replace(/^dist\//, "").replace(/(^|\/)?(index)?\.d\.ts$/, "")}`.replace(/\/$/, "");
}

function uses(code: string, name: string): boolean {
  return new RegExp(`(?<![.\\w])${name}[.(]`).test(code) && !new RegExp(`(const|function) ${name}\\b`).test(code);
}
