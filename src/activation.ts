import type { Params } from "./placeholders.ts";
import { placeholdersIn } from "./placeholders.ts";
import { renderHeaders } from "./answer.ts";
import type { Delay } from "./pause.ts";
import type { Entry, Registry, Switched } from "./registry.ts";
import type { NoCustom, ParamsOf, ScenarioId } from "./scenario-id.ts";
import { unknownName } from "./unknown-name.ts";

/** How a scenario is to be answered. */
export interface ActivationOptions<Id, Custom = NoCustom> {
  /** What stands in the place of the scenario's placeholders. */
  readonly params?: ParamsOf<Id, Custom> | undefined;
  /** Headers laid over the scenario's own. */
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

/** Throws on an unknown id or param, a header that HTTP does not allow, and a delay that is none. */
export function check(registry: Registry, activation: LooseActivation): Switched {
  if (typeof activation !== "object" || activation === null) return registry.find(activation);
  const { use, params = {}, headers = {}, delay } = activation;
  const found = registry.find(use);
  checkParams(found.id, found.entry, params);
  checkHeaders(found.id, found.entry, params, headers);
  if (delay !== undefined) checkDelay(delay);
  return { ...found, params, headers, delay };
}

/** Throws unless it is a number of milliseconds, `"real"` or `"infinite"`. */
export function checkDelay(delay: unknown): asserts delay is Delay {
  if (delay === "real" || delay === "infinite") return;
  if (typeof delay === "number" && delay >= 0 && Number.isFinite(delay)) return;
  throw new TypeError(`Invalid delay ${JSON.stringify(delay)}. Give milliseconds from 0 up, "real" or "infinite".`);
}

function checkParams(id: string, entry: Entry | null, params: Params): void {
  const given = Object.keys(params);
  if (given.length === 0) return;
  const known = entry ? paramNames(entry) : [];
  if (known.length === 0) throw new TypeError(`"${id}" has no params: "${given[0]}" cannot be set. Leave params out.`);
  for (const name of given) {
    if (!known.includes(name)) throw unknownName(`param of "${id}"`, name, known);
    const value: unknown = params[name];
    if (value === undefined || typeof value === "string" || typeof value === "number") continue;
    throw new TypeError(
      `Invalid param "${name}" of "${id}": it is of type ${typeof value}. Give a string or a number.`,
    );
  }
}

function paramNames({ content, description, headers }: Entry): string[] {
  return placeholdersIn([JSON.stringify(content), description, ...Object.values(headers)].join("\n"));
}

function checkHeaders(
  id: string,
  entry: Entry | null,
  params: Params,
  headers: Readonly<Record<string, string>>,
): void {
  const hasOwn = Object.keys(params).length > 0 && Object.keys(entry?.headers ?? {}).length > 0;
  if (!hasOwn && Object.keys(headers).length === 0) return;
  try {
    new Headers({ ...(entry && renderHeaders(entry, params)), ...headers });
  } catch (cause) {
    throw new TypeError(`Invalid header of "${id}": HTTP does not allow it. Use plain ASCII, with no line breaks.`, {
      cause,
    });
  }
}
