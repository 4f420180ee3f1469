import { transform } from "lightningcss";
import type { TsdownPlugin } from "tsdown";

/**
 * Takes the white space out of Lit's templates that only lays them out in the source: to a bundler they
 * are texts, which it leaves alone. Every line becomes flush left, and the CSS is minified.
 */
export const compactTemplates: TsdownPlugin = {
  name: "compact-templates",
  transform: {
    filter: { id: /[\\/]src[\\/](panel|browser)[\\/][^\\/]+\.ts$/, code: /\b(css|html)`/ },
    handler: (code) => ({
      code: code.replaceAll(/\bcss`([^`]*)`/g, (_, css: string) => `css\`${minify(css)}\``).replaceAll(/\n\s+/g, "\n"),
      map: null,
    }),
  },
};

function minify(css: string): string {
  const { code } = transform({ filename: "styles.css", code: new TextEncoder().encode(css), minify: true });
  return new TextDecoder().decode(code).replaceAll(/[\\`]/g, String.raw`\$&`);
}
