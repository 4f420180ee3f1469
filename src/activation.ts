import type { Params } from "./placeholders.ts";
import { placeholdersIn } from "./placeholders.ts";
import { renderHeaders } from "./answer.ts";
import { headerFault } from "./header.ts";
import type { Delay } from "./pause.ts";
import type { Entry, Registry, Switched } from "./registry.ts";
import type { NoCustom, ParamsOf, ScenarioId } from "./scenario-id.ts";
import { showValue } from "./show-value.ts";
import { checkKeys } from "./unknown-name.ts";

/** How a scenario is to be answered. */
export interface ActivationOptions<Id, Custom = NoCustom> {
  /** What stands in the place of the scenario's placeholders. */
  readonly params?: ParamsOf<Id, Custom> | undefined;
  /** Headers that replace the scenario's own, or come in addition. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How long the answer takes: milliseconds, `"real"` or `"infinite"`. */
  readonly delay?: Delay | undefined;
}

/** What to switch on: an id, or an id and how it is to be answered. */
export type Activation<Custom = NoCustom> = ScenarioId<Custom> | DetailedActivation<Custom>;

/** An id and how it is to be answered. */
export type DetailedActivation<Custom = NoCustom> = {
  [Id in ScenarioId<Custom>]: { readonly use: Id } & ActivationOptions<Id, Custom>;
}[ScenarioId<Custom>];

/** An activation from a place that no compiler has seen. */
export type LooseActivation =
  | string
  | {
      readonly use: string;
      readonly params?: Params | undefined;
      readonly headers?: Readonly<Record<string, string>> | undefined;
      readonly delay?: Delay | undefined;
    };

/** What can be set beside an id, from a place that no compiler has seen. */
export type LooseOptions = Partial<Readonly<Record<(typeof optionNames)[number], unknown>>>;

const optionNames = ["params", "headers", "delay"] as const;
const detailedNames = ["use", ...optionNames];

/**
 * What to switch on, copied. What is set a second time replaces what the activation says itself.
 * @throws On an unknown id, option or param, a header that HTTP does not allow, and a delay that is none.
 */
export function check(registry: Registry, activation: unknown, more?: unknown): Switched {
  const isDetailed = typeof activation === "object" && activation !== null && "use" in activation;
  const found = registry.find(isDetailed ? activation.use : activation);
  if (!isDetailed && more === undefined) return found;

  const of = ` of "${found.id}"`;
  if (isDetailed) checkKeys("option", activation, detailedNames, of);
  const own = (isDetailed ? activation : {}) as LooseOptions;
  if (more !== undefined) checkKeys("option", more, optionNames, of);
  const later: LooseOptions = more ?? {};

  const [params, headers, delay] = optionNames.map((name) => (later[name] === undefined ? own[name] : later[name]));
  if (delay !== undefined) checkDelay(delay, of);
  const checkedParams = checkParams(found, { ...toObject("params", params, of) });
  const checkedHeaders = checkHeaders(found, checkedParams, { ...toObject("headers", headers, of) });
  return { ...found, params: checkedParams, headers: checkedHeaders, delay };
}

/** What a delay has to be, in words. */
export const expectedDelay = 'milliseconds from 0 up, "real" or "infinite"';

function checkDelay(delay: unknown, of: string): asserts delay is Delay {
  if (delay === "real" || delay === "infinite") return;
  if (typeof delay === "number" && delay >= 0 && Number.isFinite(delay)) return;
  throw new TypeError(`Invalid delay${of}: got ${showValue(delay)}. Give ${expectedDelay}.`);
}

function toObject(what: string, given: unknown, of: string): object {
  if (given === undefined) return {};
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return given;
  throw new TypeError(`Invalid ${what}${of}: got ${showValue(given)}. Give an object.`);
}

function checkParams({ id, entry }: Switched, given: Readonly<Record<string, unknown>>): Params {
  const names = Object.keys(given);
  if (names.length === 0) return {};
  const known = entry ? paramNames(entry) : [];
  if (known.length === 0) throw new TypeError(`"${id}" has no params: "${names[0]}" cannot be set. Leave params out.`);
  checkKeys("param", given, known, ` of "${id}"`);
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || typeof value === "string" || Number.isFinite(value)) continue;
    throw new TypeError(
      `Invalid param "${name}" of "${id}": got ${showValue(value)}. Give a string or a finite number.`,
    );
  }
  return given as Params;
}

function paramNames({ content, description, headers }: Entry): string[] {
  return placeholdersIn([JSON.stringify(content), description, ...Object.values(headers)].join("\n"));
}

function checkHeaders(
  { id, entry }: Switched,
  params: Params,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const rendered = entry && Object.keys(params).length > 0 ? renderHeaders(entry, params) : {};
  for (const [name, value] of [...Object.entries(rendered), ...Object.entries(given)]) {
    const fault = headerFault(name, value);
    if (fault !== undefined) throw new TypeError(`Invalid header ${showValue(name)} of "${id}": ${fault}`);
  }
  return given as Readonly<Record<string, string>>;
}
