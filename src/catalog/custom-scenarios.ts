import * as z from "zod/mini";
import { type Endpoint, endpoints, type Param } from "../../scenarios/types.ts";
import { headerFault } from "./header.ts";
import { anyObject, expected, json, lazily, parse, type Path, type Shape, showPath, strict } from "./parse.ts";
import { fill } from "./placeholders.ts";
import { toParams } from "./registry.ts";
import type { CustomScenario, CustomScenarios } from "./scenario-id.ts";
import { showValue } from "./show-value.ts";

/**
 * Checks and copies the `scenarios` option.
 * @throws On the first invalid value.
 */
export function readScenarios(given: unknown): CustomScenarios {
  if (given === undefined) return {};
  const scenarios = parse(optionSchema(), given, ["scenarios"]);
  const read = endpoints.flatMap((endpoint) => {
    const own = scenarios[endpoint];
    if (own === undefined) return [];
    return [
      [endpoint, Object.fromEntries(Object.entries(own).map(([name, one]) => [name, readOne(endpoint, name, one)]))],
    ];
  });
  return Object.fromEntries(read) as CustomScenarios;
}

/** In a URL a slash ends the endpoint, and a comma ends the id. */
const legalName = /^[^\s,/\p{C}]([^,/\p{C}]*[^\s,/\p{C}])?$/u;

function readOne(endpoint: Endpoint, name: string, given: unknown): CustomScenario {
  if (!legalName.test(name)) {
    throw new TypeError(
      `Invalid name ${showValue(name)} in ${showPath(["scenarios", endpoint])}: it cannot be part of an id. ` +
        "Give a name without commas, slashes or invisible characters, and no spaces around it.",
    );
  }
  const path = ["scenarios", endpoint, name];
  const scenario = parse(scenarioSchema(), given, path) as CustomScenario;
  const params = toParams(scenario.params ?? {});
  checkTimes(params, [...path, "params"]);
  for (const [header, value] of Object.entries(scenario.headers ?? {})) {
    const fault = headerFault(header, fill(value, params, {}));
    if (fault !== undefined) throw new TypeError(`Invalid ${showPath([...path, "headers", header])}: ${fault}`);
  }
  return scenario;
}

/** `fromNow` names another param. Following the names must lead to a param with a value. */
function checkTimes(params: Readonly<Record<string, Param>>, path: Path): void {
  for (const name of Object.keys(params)) {
    const seen = new Set<string>();
    for (let next: string | undefined = name; next !== undefined; next = origin(params, next)) {
      const fault = seen.has(next)
        ? `${showValue(next)} refers to itself`
        : Object.hasOwn(params, next)
          ? undefined
          : `there is no param ${showValue(next)}`;
      if (fault !== undefined) {
        throw new TypeError(
          `Invalid ${showPath([...path, name])}: ${fault}. Set fromNow to the name of another param, which is a number of seconds.`,
        );
      }
      seen.add(next);
    }
  }
}

function origin(params: Readonly<Record<string, Param>>, name: string): string | undefined {
  const value = params[name]?.default;
  return typeof value === "object" ? value.fromNow : undefined;
}

const optionSchema = lazily(() => {
  const own = anyObject("an object of scenarios");
  return strict({
    "oauth-ro": z.optional(own),
    "passwordless-start": z.optional(own),
  } satisfies Shape<Record<Endpoint, unknown>>);
});

const scenarioSchema = lazily(() => {
  const text = z.string(expected("a string"));
  const kind = z.literal(["failure", "transport", "success"], expected('"failure", "transport" or "success"'));
  const grant = z.literal(["password", "jwt-bearer", "all"], expected('"password", "jwt-bearer" or "all"'));
  const evidence = z.literal(
    ["documented", "observed", "inferred"],
    expected('"documented", "observed" or "inferred"'),
  );
  const status = expected("a whole number from 200 to 599, or null for a network error");

  const body = json(z.union([z.string(), anyObject("an object")], expected("a string or an object")));
  const time = expected("a string, a finite number, or { fromNow: the name of another param }");

  const param = z.union(
    [
      z.string(),
      z.number(),
      strict({
        default: z.union([z.string(), z.number(), strict({ fromNow: z.string() })], time),
        evidence,
        source: text,
      } satisfies Shape<Param>),
    ],
    expected("a string, a finite number, or { default, evidence, source }"),
  );

  return strict({
    kind: z.optional(kind),
    grant: z.optional(grant),
    status: z.nullable(z.int(status).check(z.gte(200, status), z.lte(599, status))),
    error: z.optional(text),
    description: z.optional(text),
    body: z.optional(body),
    headers: z.optional(z.record(z.string(), text, expected("an object"))),
    params: z.optional(z.record(z.string(), param, expected("an object"))),
    summary: z.optional(text),
    evidence: z.optional(evidence),
    source: z.optional(text),
  } satisfies Shape<CustomScenario>);
});
