import type { Param } from "../../scenarios/types.ts";
import type { Delay } from "../catalog/delay.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { PanelActivation } from "./model.ts";
import type { Row } from "./row.ts";

/** How long an answer is to take, as it stands in the form; an empty string leaves it to the mock. */
export type DelayKind = "" | "real" | "infinite" | "ms";

/** What somebody has typed into the form of one scenario. */
export interface Edit {
  /** Only those that differ from their defaults. */
  readonly params: Readonly<Record<string, string>>;
  readonly delay: DelayKind;
  readonly milliseconds: string;
}

export const noEdit: Edit = { params: {}, delay: "", milliseconds: "800" };

/** A placeholder of a scenario; a custom one may lack a default. */
export interface NamedParam {
  readonly name: string;
  readonly param: Param | undefined;
}

/** Every placeholder of a scenario, those without a default included. */
export function paramsOf({ template, headers, body, params }: Scenario<string>): NamedParam[] {
  const text = [template, ...Object.values(headers), body].join("\n");
  const written = Array.from(text.matchAll(placeholder), ([, name]) => name ?? "");
  return [...new Set([...Object.keys(params), ...written])].map((name) => ({
    name,
    param: Object.hasOwn(params, name) ? params[name] : undefined,
  }));
}

/** The default as the form shows it; empty where it depends on the time, or where there is none. */
export function defaultText(param: Param | undefined): string {
  return typeof param?.default === "object" ? "" : String(param?.default ?? "");
}

/** An edit with one param typed anew; what equals the default is no edit. */
export function withParam(edit: Edit, { name, param }: NamedParam, text: string): Edit {
  const { [name]: _before, ...others } = edit.params;
  return { ...edit, params: text === defaultText(param) ? others : { ...others, [name]: text } };
}

/** What `use`, `once` and the lines of code take. */
export function toActivation({ id, scenario }: Row, edit: Edit): PanelActivation {
  const params = Object.entries(edit.params).map(([name, text]) => [name, toValue(scenario?.params[name], text)]);
  const delay = toDelay(edit);
  return {
    use: id,
    ...(params.length > 0 && { params: Object.fromEntries(params) as Record<string, string | number> }),
    ...(delay !== undefined && { delay }),
  };
}

/** A text or header with the params or their defaults in the place of its placeholders. */
export function filled(text: string, { params }: Scenario<string>, edit: Edit): string {
  const valueOf = (name: string): string | undefined => {
    if (Object.hasOwn(edit.params, name)) return edit.params[name];
    const fallback = Object.hasOwn(params, name) ? params[name]?.default : undefined;
    return typeof fallback === "object" ? `now + ${valueOf(fallback.fromNow) ?? "?"}` : fallback?.toString();
  };
  return text.replace(placeholder, (written, name: string) => valueOf(name) ?? written);
}

const placeholder = /\{([a-z]\w*)\}/gi;

/** A number stays a number where the default is one. */
function toValue(param: Param | undefined, text: string): string | number {
  const number = Number(text);
  return typeof param?.default !== "string" && String(number) === text.trim() ? number : text;
}

function toDelay({ delay, milliseconds }: Edit): Delay | undefined {
  if (delay !== "ms") return delay === "" ? undefined : delay;
  const number = Number(milliseconds);
  return milliseconds === "" || !(number >= 0) ? undefined : number;
}
