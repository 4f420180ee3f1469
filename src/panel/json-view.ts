import { html, type TemplateResult } from "lit";

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|\btrue\b|\bfalse\b|\bnull\b/gi;

/** A value as JSON that people can read; a text that is no JSON stays as it is. */
export function jsonView(value: unknown): TemplateResult {
  const parsed = typeof value === "string" ? parse(value) : value;
  const code = typeof parsed === "string" ? parsed : highlighted(JSON.stringify(parsed, null, 2));
  return html`<pre><code>${code}</code></pre>`;
}

function parse(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" ? parsed : text;
  } catch {
    return text;
  }
}

function highlighted(json: string): unknown[] {
  const parts: unknown[] = [];
  let end = 0;
  for (const match of json.matchAll(token)) {
    const [all, text, colon] = match;
    parts.push(json.slice(end, match.index));
    end = match.index + all.length;
    parts.push(html`<span class=${kindOf(all, text, colon)}>${text ?? all}</span>`, colon);
  }
  return [...parts, json.slice(end)];
}

function kindOf(all: string, text: string | undefined, colon: string | undefined): string {
  if (colon !== undefined) return "json-key";
  if (text === '"[masked]"') return "json-masked";
  if (text !== undefined) return "json-string";
  return /\d/.test(all) ? "json-number" : "json-word";
}
