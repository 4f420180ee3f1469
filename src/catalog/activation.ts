import { checkDelay, type Delay } from "./delay.ts";
import { headerFault } from "./header.ts";
import type { Params } from "./placeholders.ts";
import { placeholdersIn } from "./placeholders.ts";
import type { Entry, Registry, ResolvedActivation } from "./registry.ts";
import { renderHeaders } from "./render.ts";
import type { NoCustom, ParamsOf, ScenarioId } from "./scenario-id.ts";
import { showValue } from "./show-value.ts";
import { checkKeys } from "./unknown-name.ts";

/** Options of a scenario that you switch on. */
export interface ActivationOptions<Id, Custom = NoCustom> {
  /** Values for the scenario's placeholders. */
  readonly params?: ParamsOf<Id, Custom> | undefined;
  /** Headers merged over the scenario's own. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How long the response takes: milliseconds, `"real"` or `"infinite"`. */
  readonly delay?: Delay | undefined;
}

/** What to switch on: an id, or an id with options. */
export type Activation<Custom = NoCustom> = ScenarioId<Custom> | DetailedActivation<Custom>;

/** An id with options. */
export type DetailedActivation<Custom = NoCustom> = {
  [Id in ScenarioId<Custom>]: { readonly use: Id } & ActivationOptions<Id, Custom>;
}[ScenarioId<Custom>];

/** An activation from an untyped source, such as a URL or a channel. */
export type UntypedActivation =
  | string
  | {
      readonly use: string;
      readonly params?: Params | undefined;
      readonly headers?: Readonly<Record<string, string>> | undefined;
      readonly delay?: Delay | undefined;
    };

/** Options of an activation from an untyped source. */
export type UntypedOptions = Partial<Readonly<Record<(typeof optionNames)[number], unknown>>>;

const optionNames = ["params", "headers", "delay"] as const;
const detailedNames = ["use", ...optionNames];

/**
 * Looks up an activation in the registry and copies it. Options in `overrides` replace those in the activation.
 * @throws On an unknown id, option or param, an invalid header, and an invalid delay.
 */
export function resolveActivation(registry: Registry, activation: unknown, overrides?: unknown): ResolvedActivation {
  const isDetailed = typeof activation === "object" && activation !== null && "use" in activation;
  const found = registry.find(isDetailed ? activation.use : activation);
  if (!isDetailed && overrides === undefined) return found;

  const of = ` of "${found.id}"`;
  if (isDetailed) checkKeys("option", activation, detailedNames, of);
  const own = (isDetailed ? activation : {}) as UntypedOptions;
  if (overrides !== undefined) checkKeys("option", overrides, optionNames, of);
  const later: UntypedOptions = overrides ?? {};

  const [params, headers, delay] = optionNames.map((name) => (later[name] === undefined ? own[name] : later[name]));
  if (delay !== undefined) checkDelay(delay, of);
  const checkedParams = checkParams(found, { ...toObject("params", params, of) });
  const checkedHeaders = checkHeaders(found, checkedParams, { ...toObject("headers", headers, of) });
  return { ...found, params: checkedParams, headers: checkedHeaders, delay };
}

function toObject(what: string, given: unknown, of: string): object {
  if (given === undefined) return {};
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return given;
  throw new TypeError(`Invalid ${what}${of}: got ${showValue(given)}. Give an object.`);
}

function checkParams({ id, entry }: ResolvedActivation, given: Readonly<Record<string, unknown>>): Params {
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
  { id, entry }: ResolvedActivation,
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

/** The id in an activation, whether it is known or not. */
export function idOf(activation: UntypedActivation): string {
  return typeof activation === "string" ? activation : activation.use;
}

/** The endpoint of an activation, whether it is known or not. */
export function endpointOf(activation: UntypedActivation): string {
  return idOf(activation).split("/", 1)[0] ?? "";
}

/** Whether an untyped value has the shape of an activation. */
export function isActivation(value: unknown): value is UntypedActivation {
  if (typeof value !== "object" || value === null) return typeof value === "string";
  return "use" in value && typeof value.use === "string";
}
