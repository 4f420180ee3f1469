import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** The parts of a Babel path that are used here. Stryker has no types for it. */
interface Path {
  readonly node: {
    readonly type: string;
    readonly key?: { readonly name?: string };
    readonly expression?: object;
  };
  traverse(visitor: { readonly TSAsExpression: (path: Path) => void }): void;
  replaceWith(node: object | undefined): void;
}

/** Returns nothing, because Babel accepts no result. */
function unwrap(assertion: Path): void {
  assertion.replaceWith(assertion.node.expression);
}

/** Properties of a scenario that are only read by people. No answer and no check depends on them. */
const prose = new Set(["summary", "source", "evidence"]);

/** Tells Stryker what to ignore. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "prose", {
    shouldIgnore(given) {
      const path = given as Path;
      const { type, key } = path.node;
      // Stryker skips everything inside a type assertion, so it would skip a whole catalog that is `as const`.
      if (type === "Program") path.traverse({ TSAsExpression: unwrap });
      return type === "ObjectProperty" && prose.has(key?.name ?? "") ? "It is for people to read." : undefined;
    },
  }),
];
