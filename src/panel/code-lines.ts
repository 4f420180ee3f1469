import type { PanelActivation } from "./model.ts";

/** One way to switch a scenario on. */
export interface CodeLine {
  /** Where the line goes. */
  readonly place: "Test" | "Story" | "URL";
  readonly code: string;
}

/** The code for a test, for a story and for the URL of a page. */
export function codeLines({ use, ...options }: PanelActivation): CodeLine[] {
  const id = JSON.stringify(use);
  const isPlain = Object.keys(options).length === 0;
  return [
    { place: "Test", code: isPlain ? `auth0.use(${id});` : `auth0.use(${id}, ${toCode(options)});` },
    { place: "Story", code: `parameters: { auth0: ${isPlain ? id : toCode({ use, ...options })} }` },
    { place: "URL", code: `?auth0-scenario=${encodeURIComponent(use).replaceAll("%2F", "/")}` },
  ];
}

function toCode(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const properties = Object.entries(value).map(([name, inner]) => {
    const key = /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name);
    return `${key}: ${toCode(inner)}`;
  });
  return `{ ${properties.join(", ")} }`;
}
