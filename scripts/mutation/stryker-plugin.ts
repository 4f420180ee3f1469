import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** What is used of a path of Babel's; Stryker declares none of it. */
interface Path {
  readonly node: {
    readonly type: string;
    readonly key?: { readonly name?: string };
    readonly expression?: object;
  };
  traverse(visitor: { readonly TSAsExpression: (path: Path) => void }): void;
  replaceWith(node: object | undefined): void;
}

/** Returns nothing: Babel takes no result. */
function unwrap(assertion: Path): void {
  assertion.replaceWith(assertion.node.expression);
}

/** The parts of a scenario that are read by people only: no answer and no check depends on their words. */
const prose = new Set(["summary", "source", "evidence"]);

/** What Stryker leaves alone. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "prose", {
    shouldIgnore(given) {
      const path = given as Path;
      const { type, key } = path.node;
      // Stryker passes over whatever has a type assertion, and so over a whole catalog that is `as const`.
      if (type === "Program") path.traverse({ TSAsExpression: unwrap });
      return type === "ObjectProperty" && prose.has(key?.name ?? "") ? "It is for people to read." : undefined;
    },
  }),
];
