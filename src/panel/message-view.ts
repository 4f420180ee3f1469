import { css, type CSSResult, html, nothing, type TemplateResult } from "lit";

/** Styles of requests and responses. */
export const messageStyles: CSSResult = css`
  .message {
    padding: 0.5em 0.75em;
    border: 1px solid var(--line);
    border-radius: 5px;
    background: var(--inset);
    overflow-wrap: anywhere;
  }

  .message > * + :is(pre, p) {
    margin-top: 0.4em;
  }

  .headers {
    color: var(--quiet);
  }

  pre {
    line-height: 1.5;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .json-key {
    color: var(--accent);
  }

  .json-string {
    color: var(--success);
  }

  .json-number {
    color: var(--client-error);
  }

  .json-word {
    color: var(--no-answer);
  }

  .json-masked {
    color: var(--quiet);
    font-style: italic;
  }
`;

/** Headers, one per line. */
export function headersView(headers: Readonly<Record<string, string>>): TemplateResult | typeof nothing {
  const entries = Object.entries(headers);
  if (entries.length === 0) return nothing;
  return html`<ul class="headers">
    ${entries.map(([name, value]) => html`<li><span class="json-key">${name}:</span> ${value}</li>`)}
  </ul>`;
}

const token = /("(?:[^"\\]|\\.)*"?)(:)?|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|\btrue\b|\bfalse\b|\bnull\b/g;

/** Formats a value as highlighted JSON. Text that is not JSON stays unchanged. */
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
