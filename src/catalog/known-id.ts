import type { Endpoint } from "../../scenarios/types.ts";

/**
 * An id if it is known. Otherwise the ids that the compiler's message suggests: the nearest ones, or all of them
 * when none is near.
 */
export type KnownId<Id, Ids extends string> = Id extends Ids
  ? Id
  : string extends Id
    ? Ids
    : Id extends `${infer Place extends Endpoint}/${infer Name}`
      ? Suggestion<Nearest<Name, Ids, Place>, Ids>
      : Id extends `${string}/${infer Name}`
        ? Suggestion<Nearest<Name, Ids, Endpoint>, Ids>
        : Suggestion<Nearest<Id & string, Ids, Endpoint>, Ids>;

type Suggestion<Near, Ids> = [Near] extends [never] ? Ids : Near | DidYouMean<Near>;

/** No string has this type. The compiler shows its name in the message. */
interface DidYouMean<Id> {
  readonly use: Id;
}

/** The ids that end with the name, first of the same endpoint, then of the other. Otherwise those with a similar start and end. */
type Nearest<Name extends string, Ids extends string, Place extends Endpoint> = Name extends ""
  ? never
  : FirstOf<
      [
        Extract<Ids, `${Place}/${string}${Name}`>,
        Extract<Ids, `${string}${Name}`>,
        SameEnd<Name, SameStart<Name, Ids, `${Place}/`>>,
        SameStart<Name, Ids, `${Place}/`>,
        SameEnd<Name, Extract<Ids, `${Place}/${string}`>>,
      ]
    >;

type FirstOf<Sets> = Sets extends [infer First, ...infer Rest]
  ? [First] extends [never]
    ? FirstOf<Rest>
    : First
  : never;

/** The ids that share the longest start with the name. */
type SameStart<
  Name extends string,
  Ids extends string,
  Start extends string,
  Found extends string = never,
> = Name extends `${infer Letter}${infer Rest}`
  ? [Extract<Ids, `${Start}${Letter}${string}`>] extends [never]
    ? Found
    : SameStart<Rest, Ids, `${Start}${Letter}`, Extract<Ids, `${Start}${Letter}${string}`>>
  : Found;

/** The ids that share the longest end with the name. */
type SameEnd<Name extends string, Ids extends string> = Name extends `${string}${infer Rest}`
  ? [Extract<Ids, `${string}${Name}`>] extends [never]
    ? SameEnd<Rest, Ids>
    : Extract<Ids, `${string}${Name}`>
  : never;
