import type { Param } from "../../scenarios/types.ts";
import type { UntypedActivation } from "../catalog/activation.ts";
import type { Delay } from "../catalog/delay.ts";
import type { Scenario } from "../catalog/scenario.ts";
import type { ActiveOptions } from "./model.ts";
import type { Row } from "./row.ts";

/** The delay that is selected in the form. An empty string means the default of the mock. */
export type DelayKind = "" | "real" | "infinite" | "ms";

/** The changes that the user made in the form of a scenario. */
export interface Edit {
  /** Only params that differ from their defaults. */
  readonly params: Readonly<Record<string, string>>;
  /** From a link or a preset: the form has no fields for them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly delay: DelayKind;
  readonly milliseconds: string;
}

export const noEdit: Edit = { params: {}, headers: {}, delay: "", milliseconds: "800" };

/** A placeholder of a scenario. In custom scenarios it may have no default. */
export interface NamedParam {
  readonly name: string;
  readonly param: Param | undefined;
}

/** All placeholders of a scenario, including those without a default. */
export function paramsOf({ template, headers, body, params }: Scenario<string>): NamedParam[] {
  const text = [template, ...Object.values(headers), body].join("\n");
  const placeholders = Array.from(text.matchAll(placeholder), ([, name]) => name ?? "");
  return [...new Set([...Object.keys(params), ...placeholders])].map((name) => ({
    name,
    param: Object.hasOwn(params, name) ? params[name] : undefined,
  }));
}

/** The default as the form shows it. Empty if it depends on the time, or if there is none. */
export function defaultText(param: Param | undefined): string {
  return typeof param?.default === "object" ? "" : String(param?.default ?? "");
}

/** Sets one param. A value that equals the default removes it from the edit. */
export function withParam(edit: Edit, { name, param }: NamedParam, text: string): Edit {
  const { [name]: _before, ...others } = edit.params;
  return { ...edit, params: text === defaultText(param) ? others : { ...others, [name]: text } };
}

/** The edit that gives an activation with these options. */
export function toEdit({ scenario }: Row, { params = {}, headers = {}, delay }: ActiveOptions): Edit {
  const edit = Object.entries(params).reduce(
    (before, [name, value]) => withParam(before, { name, param: scenario?.params[name] }, String(value)),
    { ...noEdit, headers },
  );
  if (typeof delay === "number") return { ...edit, delay: "ms", milliseconds: String(delay) };
  return { ...edit, delay: delay ?? "" };
}

/** Describes the options of an activation in a few words, such as `+800 ms · edited`. */
export function describeOptions({ params, headers, delay }: ActiveOptions): string {
  const parts = [
    delay === undefined ? "" : delay === "infinite" ? "pending" : delay === "real" ? "+real delay" : `+${delay} ms`,
    params || headers ? "edited" : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

/** What to switch on. Only the id when nothing is edited: that is easier to read in code and links. */
export function toActivation({ id, scenario }: Row, edit: Edit): UntypedActivation {
  const params = Object.entries(edit.params).map(([name, text]) => [name, toValue(scenario?.params[name], text)]);
  const delay = toDelay(edit);
  const hasHeaders = Object.keys(edit.headers).length > 0;
  if (params.length === 0 && !hasHeaders && delay === undefined) return id;
  return {
    use: id,
    ...(params.length > 0 && { params: Object.fromEntries(params) as Record<string, string | number> }),
    ...(hasHeaders && { headers: edit.headers }),
    ...(delay !== undefined && { delay }),
  };
}

/** Fills in the placeholders of a text or header with the params or their defaults. */
export function filled(text: string, { params }: Scenario<string>, edit: Edit): string {
  const valueOf = (name: string): string | undefined => {
    if (Object.hasOwn(edit.params, name)) return edit.params[name];
    const fallback = Object.hasOwn(params, name) ? params[name]?.default : undefined;
    return typeof fallback === "object" ? `now + ${valueOf(fallback.fromNow) ?? "?"}` : fallback?.toString();
  };
  return text.replace(placeholder, (written, name: string) => valueOf(name) ?? written);
}

const placeholder = /\{([a-z]\w*)\}/gi;

/** Converts numeric text to a number, unless the default is a string. */
function toValue(param: Param | undefined, text: string): string | number {
  const number = Number(text);
  return typeof param?.default !== "string" && String(number) === text.trim() ? number : text;
}

function toDelay({ delay, milliseconds }: Edit): Delay | undefined {
  if (delay !== "ms") return delay === "" ? undefined : delay;
  const number = Number(milliseconds);
  return milliseconds === "" || !(number >= 0) ? undefined : number;
}
