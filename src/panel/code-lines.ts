import type { UntypedActivation } from "../catalog/activation.ts";
import type { Selection } from "./selection.ts";

/** One way to switch something on. */
export interface CodeLine {
  /** Where the line goes. */
  readonly place: "Test" | "Story" | "Link";
  readonly code: string;
}

/** The code for a test, for a story and for a link. */
export function codeLines(selection: Selection, link: string): CodeLine[] {
  const { activations, cycle } = selection;
  const [activation, ...more] = activations;
  const isOne = activation !== undefined && more.length === 0;
  return [
    { place: "Test", code: isOne ? useLine(activation) : sequenceLine(selection) },
    {
      place: "Story",
      code: `parameters: { auth0: ${toCode(isOne ? activation : { sequence: activations, ...(cycle && { cycle: true }) })} }`,
    },
    { place: "Link", code: link },
  ];
}

/** The options of `mockAuth0` that define custom scenarios. */
export function scenariosCode({ scenarios }: Selection): string {
  return `mockAuth0({ scenarios: ${toCode(scenarios, "\n")} })`;
}

function useLine(activation: UntypedActivation): string {
  const { use, ...options } = typeof activation === "string" ? { use: activation } : activation;
  const more = Object.keys(options).length > 0 ? `, ${toCode(options)}` : "";
  return `auth0.use(${JSON.stringify(use)}${more});`;
}

function sequenceLine({ activations, cycle }: Selection): string {
  return `auth0.sequence(${toCode(activations)}${cycle ? ", { cycle: true }" : ""});`;
}

/** Code for a value: on one line, or with each property of an object on its own line, after `start`. */
function toCode(value: unknown, start = ""): string {
  if (Array.isArray(value)) return `[${value.map((each) => toCode(each)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = start && `${start}  `;
  const properties = Object.entries(value).map(([name, each]) => {
    const key = /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name);
    return `${key}: ${toCode(each, inner)}`;
  });
  if (start === "" || properties.length === 0) return properties.length === 0 ? "{}" : `{ ${properties.join(", ")} }`;
  return `{${inner}${properties.join(`,${inner}`)},${start}}`;
}
