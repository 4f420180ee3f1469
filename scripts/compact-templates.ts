import { transform } from "lightningcss";
import type { TsdownPlugin } from "tsdown";
import { parseSync } from "vite";

/**
 * Takes the white space out of Lit's templates that only lays them out in the source: to a bundler they
 * are texts, which it leaves alone. In HTML, line breaks keep none of the white space after them; CSS is minified.
 */
export const compactTemplates: TsdownPlugin = {
  name: "compact-templates",
  transform: {
    filter: { id: /[\\/]src[\\/](panel|browser)[\\/][^\\/]+\.ts$/, code: /\b(css|html)`/ },
    handler(code, id) {
      const texts = textsIn(parseSync(id, code).program).toSorted((one, other) => other.start - one.start);
      const compact = texts.reduce((before, { tag, start, end, raw }) => {
        // What delimits the text counts to its range or not, by the language of the module.
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
  /** Where it begins and ends in the module. */
  readonly start: number;
  readonly end: number;
}

/** The texts of all templates that are tagged `html` or `css`, nested ones included. */
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
