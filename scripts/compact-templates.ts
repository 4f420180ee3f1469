import { transform } from "lightningcss";
import type { TsdownPlugin } from "tsdown";
import { parseSync } from "vite";

/**
 * Removes the indentation from Lit templates, which a bundler leaves unchanged because they are strings. In HTML, white
 * space after a line break is removed. CSS is minified.
 */
export const compactTemplates: TsdownPlugin = {
  name: "compact-templates",
  transform: {
    filter: { id: /[\\/]src[\\/](panel|browser)[\\/][^\\/]+\.ts$/, code: /\b(css|html)`/ },
    handler(code, id) {
      const texts = textsIn(parseSync(id, code).program).toSorted((one, other) => other.start - one.start);
      const compact = texts.reduce((before, { tag, start, end, raw }) => {
        // Whether the range includes the delimiters depends on the language of the module.
        const delimited = before.slice(start, end).replace(raw, () => compactText(tag, raw));
        return before.slice(0, start) + delimited + before.slice(end);
      }, code);
      return { code: compact, map: null };
    },
  },
};

interface TemplateText {
  readonly tag: string;
  readonly raw: string;
  /** Its position in the module. */
  readonly start: number;
  readonly end: number;
}

/** The texts of all templates tagged `html` or `css`, including nested ones. */
function textsIn(node: unknown): TemplateText[] {
  if (typeof node !== "object" || node === null) return [];
  const inside = Object.values(node).flatMap(textsIn);
  const { type, tag, quasi } = node as {
    readonly type?: string;
    readonly tag?: { readonly name?: string };
    readonly quasi?: {
      readonly quasis: readonly {
        readonly start: number;
        readonly end: number;
        readonly value: { readonly raw: string };
      }[];
    };
  };
  const name = tag?.name;
  if (type !== "TaggedTemplateExpression" || !quasi || (name !== "html" && name !== "css")) return inside;
  return [...quasi.quasis.map(({ start, end, value: { raw } }) => ({ tag: name, raw, start, end })), ...inside];
}

function compactText(tag: string, text: string): string {
  if (tag === "html") return text.replaceAll(/\n\s+/g, "\n");
  const { code } = transform({ filename: "styles.css", code: new TextEncoder().encode(text), minify: true });
  return new TextDecoder().decode(code).replaceAll(/[\\`]/g, String.raw`\$&`);
}
