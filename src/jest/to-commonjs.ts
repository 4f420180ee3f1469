import type * as BabelCore from "@babel/core";

export type Babel = typeof BabelCore;
type Types = Babel["types"];
type Path<Node> = BabelCore.NodePath<Node>;

/** Turns an ES module into CommonJS. A file without imports and exports stays as it is. */
export function toCommonJs(babel: Babel, source: string, path: string): string {
  const result = babel.transformSync(source, {
    filename: path,
    babelrc: false,
    configFile: false,
    // Faster. The files are only executed.
    compact: true,
    sourceType: "unambiguous",
    plugins: [
      () => ({ visitor: { Program: (program: Path<BabelCore.types.Program>) => convert(babel, program, source) } }),
    ],
  });
  return result?.code ?? source;
}

function convert({ types, template }: Babel, program: Path<BabelCore.types.Program>, source: string): void {
  if (program.node.sourceType !== "module") return;
  const requires = new Requires({ types, template }, program);
  /** Getters, so that importers see later values, and functions before this file has run. */
  const exported: BabelCore.types.Statement[] = [];
  const expose = (name: string, value: BabelCore.types.Expression): void => {
    exported.push(
      template.statement
        .ast`Object.defineProperty(exports, ${types.stringLiteral(name)}, { enumerable: true, get: () => ${value} });`,
    );
  };

  // Imports first: an import is hoisted.
  for (const path of program.get("body")) if (path.isImportDeclaration()) convertImport(types, path, requires);
  for (const path of program.get("body")) {
    if (path.isExportAllDeclaration()) {
      requires.everyExport(path.node.source.value);
      path.remove();
    } else if (path.isExportDefaultDeclaration()) {
      convertDefault(types, path, expose);
    } else if (path.isExportNamedDeclaration()) {
      convertNamed(types, path, requires, expose);
    }
  }
  if (/\bimport\s*[.(]/.test(source)) replaceSyntax({ types, template }, program);
  program.unshiftContainer("body", [
    template.statement.ast`Object.defineProperty(exports, "__esModule", { value: true });`,
    ...exported,
    ...requires.statements,
  ]);
  program.node.directives.unshift(types.directive(types.directiveLiteral("use strict")));
  program.node.sourceType = "script";
}

/** The modules that a file requires, each once. */
class Requires {
  readonly statements: BabelCore.types.Statement[] = [];
  readonly #babel: Pick<Babel, "types" | "template">;
  readonly #program: Path<BabelCore.types.Program>;
  readonly #names = new Map<string, string>();

  constructor(babel: Pick<Babel, "types" | "template">, program: Path<BabelCore.types.Program>) {
    this.#babel = babel;
    this.#program = program;
  }

  /** The variable with the exports of a module. */
  nameOf(module: string): string {
    const known = this.#names.get(module);
    if (known !== undefined) return known;
    const { types, template } = this.#babel;
    const id = this.#program.scope.generateUidIdentifier(module);
    this.statements.push(template.statement.ast`const ${id} = require(${types.stringLiteral(module)});`);
    this.#names.set(module, id.name);
    return id.name;
  }

  /** `export * from`, which passes on all names but the default. */
  everyExport(module: string): void {
    const id = this.#babel.types.identifier(this.nameOf(module));
    this.statements.push(this.#babel.template.statement.ast`
      for (const name of Object.keys(${id})) {
        if (name === "default" || Object.hasOwn(exports, name)) continue;
        Object.defineProperty(exports, name, { enumerable: true, get: () => ${id}[name] });
      }`);
  }

  /** An export of a module. A CommonJS module is its own default export. */
  member(module: string, name: string): BabelCore.types.Expression {
    const { types, template } = this.#babel;
    const id = types.identifier(this.nameOf(module));
    if (name === "*") return id;
    if (name === "default") return template.expression.ast`(${id}.__esModule ? ${id}.default : ${types.cloneNode(id)})`;
    return types.memberExpression(id, types.stringLiteral(name), true);
  }
}

function convertImport(types: Types, path: Path<BabelCore.types.ImportDeclaration>, requires: Requires): void {
  const module = path.node.source.value;
  requires.nameOf(module);
  for (const specifier of path.node.specifiers) {
    const name =
      specifier.type === "ImportSpecifier"
        ? nameOf(specifier.imported)
        : specifier.type === "ImportDefaultSpecifier"
          ? "default"
          : "*";
    for (const reference of path.scope.getBinding(specifier.local.name)?.referencePaths ?? []) {
      replaceReference(types, reference, requires.member(module, name));
    }
  }
  path.remove();
}

function replaceReference(
  types: Types,
  reference: Path<BabelCore.types.Node>,
  value: BabelCore.types.Expression,
): void {
  const { parent, parentPath } = reference;
  if (parent.type === "ExportSpecifier") {
    // `export { imported }` becomes a getter of the imported value.
    imported.set(parent, value);
  } else if (parent.type === "ObjectProperty" && parent.shorthand) {
    parent.shorthand = false;
    parent.value = value;
  } else if (parentPath?.isCallExpression({ callee: reference.node })) {
    // Without the module as `this`.
    reference.replaceWith(types.sequenceExpression([types.numericLiteral(0), value]));
  } else {
    reference.replaceWith(value);
  }
}

const imported = new WeakMap<BabelCore.types.Node, BabelCore.types.Expression>();

type Expose = (name: string, value: BabelCore.types.Expression) => void;

function convertDefault(types: Types, path: Path<BabelCore.types.ExportDefaultDeclaration>, expose: Expose): void {
  const { declaration } = path.node;
  if (declaration.type !== "FunctionDeclaration" && declaration.type !== "ClassDeclaration") {
    const id = path.scope.generateUidIdentifier("default");
    expose("default", id);
    path.replaceWith(
      types.variableDeclaration("const", [
        types.variableDeclarator(types.cloneNode(id), declaration as BabelCore.types.Expression),
      ]),
    );
    return;
  }
  declaration.id ??= path.scope.generateUidIdentifier("default");
  expose("default", types.identifier(declaration.id.name));
  path.replaceWith(declaration);
}

function convertNamed(
  types: Types,
  path: Path<BabelCore.types.ExportNamedDeclaration>,
  requires: Requires,
  expose: Expose,
): void {
  const { declaration, source, specifiers } = path.node;
  for (const specifier of specifiers) {
    if (specifier.type === "ExportSpecifier") {
      const own = imported.get(specifier) ?? specifier.local;
      expose(nameOf(specifier.exported), source ? requires.member(source.value, nameOf(specifier.local)) : own);
    } else if (specifier.type === "ExportNamespaceSpecifier" && source) {
      expose(specifier.exported.name, requires.member(source.value, "*"));
    }
  }
  if (!declaration) {
    path.remove();
    return;
  }
  for (const name of Object.keys(types.getOuterBindingIdentifiers(declaration))) {
    expose(name, types.identifier(name));
  }
  path.replaceWith(declaration);
}

/** Replaces `import.meta` and `import()`, which only ES modules and Node's own loader have. */
function replaceSyntax(
  { types, template }: Pick<Babel, "types" | "template">,
  program: Path<BabelCore.types.Program>,
): void {
  program.traverse({
    MetaProperty(path) {
      if (path.node.meta.name !== "import") return;
      path.replaceWith(template.expression.ast`({ url: require("node:url").pathToFileURL(__filename).href })`);
    },
    CallExpression(path) {
      if (path.node.callee.type !== "Import") return;
      const [module] = path.node.arguments;
      if (!module || !types.isExpression(module)) return;
      path.replaceWith(template.expression.ast`Promise.resolve(${module}).then((module) => require(module))`);
    },
  });
}

function nameOf(node: BabelCore.types.Identifier | BabelCore.types.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}
