import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { parseSync, transformWithOxc } from "vite";

/** An export of a module. */
export interface Exported {
  readonly name: string;
  readonly found: Found;
}

/** Where an export is declared. */
interface Found {
  /** The file that declares it, or the package that exports it. */
  readonly from: string;
  /** Its name there. */
  readonly name: string;
  /** Null when it comes from a package. */
  readonly declaration: {
    /** Its TSDoc, without the stars. */
    readonly comment: string;
    readonly signature: string;
  } | null;
}

/** All exports of a file, wherever they are declared. */
export async function exportsOf(file: string): Promise<Exported[]> {
  const { module } = await declarationsOf(file);
  const exported: Exported[] = [];
  for (const entry of module.staticExports.flatMap(({ entries }) => entries)) {
    const from = entry.moduleRequest?.value;
    const name = entry.exportName.name ?? "default";
    if (from !== undefined && entry.exportName.kind === "None")
      exported.push(...(await exportsOf(resolve(file, from))));
    else if (from !== undefined)
      exported.push({ name, found: await follow(file, from, entry.importName.name ?? "default") });
    else exported.push({ name, found: await find(file, entry.localName.name ?? "default") });
  }
  return exported;
}

/** The types that a file adds to other packages, with `declare module "…"`. */
export async function augmentationsOf(file: string): Promise<string[]> {
  const { program, text } = await declarationsOf(file);
  return program.body
    .filter((statement) => statement.type === "TSModuleDeclaration" && statement.id.type === "Literal")
    .map(({ start, end }) => text.slice(start, end));
}

async function follow(file: string, from: string, name: string): Promise<Found> {
  if (!from.startsWith(".")) return { from, name, declaration: null };
  const target = resolve(file, from);
  const match = (await exportsOf(target)).find((each) => each.name === name);
  if (match === undefined) throw new Error(`${file} imports ${name}, which ${target} does not export.`);
  return match.found;
}

async function find(file: string, name: string): Promise<Found> {
  const { text, program, comments, module } = await declarationsOf(file);
  const statements = program.body.filter((statement) => namesOf(statement).includes(name));
  const [first] = statements;
  if (first === undefined) {
    for (const { moduleRequest, entries } of module.staticImports) {
      const match = entries.find(({ localName }) => localName.value === name);
      if (match) return follow(file, moduleRequest.value, match.importName.name ?? "default");
    }
    throw new Error(`${file} exports ${name} without a declaration.`);
  }
  const above = comments.findLast(({ end }) => end <= first.start && text.slice(end, first.start).trim() === "");
  const signature = statements
    .map(({ start, end }) => text.slice(start, end).replace(/^(export |default |declare )+/, ""))
    .join("\n")
    .replace(/^\s*#private;\n/m, "");
  const comment = above?.value.startsWith("*") ? withoutStars(above.value) : "";
  return { from: file, name, declaration: { comment, signature } };
}

/** The names that a statement declares, or `default` for one without a name. */
function namesOf(statement: object): string[] {
  const declaration = "declaration" in statement && statement.declaration ? statement.declaration : statement;
  const {
    type,
    id,
    declarations = [],
  } = declaration as {
    readonly type: string;
    readonly id?: { readonly name?: string } | null;
    readonly declarations?: readonly { readonly id: { readonly name?: string } }[];
  };
  if (type === "Identifier") return [];
  if (id === null) return ["default"];
  return [id, ...declarations.map((each) => each.id)].flatMap((each) => each?.name ?? []);
}

function withoutStars(comment: string): string {
  return comment.replaceAll(/^\s*\*+ ?/gm, "").trim();
}

function resolve(file: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(file), specifier));
}

type Declarations = Pick<ReturnType<typeof parseSync>, "program" | "comments" | "module"> & { readonly text: string };

const cache = new Map<string, Promise<Declarations>>();

function declarationsOf(file: string): Promise<Declarations> {
  const known = cache.get(file) ?? readDeclarations(file);
  cache.set(file, known);
  return known;
}

/** The declarations of a file, generated without a build. */
async function readDeclarations(file: string): Promise<Declarations> {
  const transformed = await transformWithOxc(readFileSync(file, "utf8"), file, { typescript: { declaration: {} } });
  const { declaration: text } = transformed as { readonly declaration?: string };
  if (text === undefined) throw new Error(`${file} has no declarations. Is it TypeScript?`);
  const { program, comments, module } = parseSync(file.replace(/\.tsx?$/, ".d.ts"), text);
  return { text, program, comments, module };
}
