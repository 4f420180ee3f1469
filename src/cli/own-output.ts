import { generator } from "../coverage/html/page.ts";
import { markdownTitle } from "../coverage/markdown.ts";

/** Whether a text is the page of an earlier report. */
export function isOwnPage(text: string): boolean {
  return text.includes(generator);
}

/** Whether a text is an earlier report, as Markdown or as JSON. */
export function isOwnReport(text: string): boolean {
  return text.startsWith(markdownTitle) || isJsonReport(text);
}

function isJsonReport(text: string): boolean {
  try {
    const { version, include, endpoints } = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
    return version === 1 && typeof include === "string" && Array.isArray(endpoints);
  } catch {
    return false;
  }
}
