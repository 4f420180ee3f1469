import type { Catalog, IdsIn } from "../../scenarios/index.ts";
import type { Endpoint, Evidence, Grant, Kind, Param } from "../../scenarios/types.ts";

/** Your own scenario, in the shape of the built-in ones. Only `status` is required. */
export interface CustomScenario {
  readonly kind?: Kind;
  readonly grant?: Grant;
  /** 200 to 599, or null for a network error. */
  readonly status: number | null;
  readonly error?: string;
  readonly description?: string;
  /** A body other than `{error, error_description}`: a text sent unchanged, or an object sent as JSON. */
  readonly body?: string | Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The defaults of the `{placeholders}` in description, body and headers. */
  readonly params?: Readonly<Record<string, string | number | Param>>;
  readonly summary?: string;
  readonly evidence?: Evidence;
  readonly source?: string;
}

/** Your own scenarios, by endpoint. */
export type CustomScenarios = {
  readonly [E in Endpoint]?: Readonly<Record<string, CustomScenario>>;
};

/** No custom scenarios. */
export type NoCustom = Record<never, never>;

/** Rejects built-in names. */
export type NewNames<Custom> = {
  readonly [E in keyof Custom]: { readonly [Name in keyof Custom[E]]: Name extends BuiltIn<E> ? never : unknown };
};

type BuiltIn<E> = E extends Endpoint ? keyof Catalog[E] | "live" : never;

/** The id that switches an endpoint back to the live tenant. */
export type LiveId = `${Endpoint}/live`;

/** Every id that you can switch on: the built-in ones, your own, and `live` for the tenant. */
export type ScenarioId<Custom = NoCustom> = IdsIn<Catalog> | IdsIn<Custom> | LiveId;

type EntryOf<Id, Custom> = Id extends `${infer E extends Endpoint}/${infer Name}`
  ? Name extends keyof Catalog[E]
    ? Catalog[E][Name]
    : E extends keyof Custom
      ? Name extends keyof Custom[E]
        ? Custom[E][Name]
        : never
      : never
  : never;

type TextsIn<Entry> =
  | (Entry extends { readonly description: infer Text } ? Text : never)
  | (Entry extends { readonly headers: infer Headers } ? Headers[keyof Headers] : never)
  | (Entry extends { readonly body: infer Body } ? (Body extends string ? Body : Body[keyof Body]) : never);

// prettier-ignore
type Letter =
  | "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | "i" | "j" | "k" | "l" | "m"
  | "n" | "o" | "p" | "q" | "r" | "s" | "t" | "u" | "v" | "w" | "x" | "y" | "z";

type IfName<Text> =
  Lowercase<Text & string> extends `${Letter}${string}`
    ? Text extends `${string}${" " | "{"}${string}`
      ? never
      : Text
    : never;

type PlaceholdersIn<Text> = Text extends `${string}{${infer After}`
  ? (After extends `${infer Name}}${string}` ? IfName<Name> : never) | PlaceholdersIn<After>
  : never;

type NamesOf<Id, Custom> = PlaceholdersIn<TextsIn<EntryOf<Id, Custom>>> & string;

/** The params of a scenario: one for each placeholder in its description, headers and body. */
export type ParamsOf<Id, Custom = NoCustom> = [NamesOf<Id, Custom>] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Name in NamesOf<Id, Custom>]?: string | number };
