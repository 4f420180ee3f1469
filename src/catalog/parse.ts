import * as z from "zod/mini";
import { copyJson } from "./json.ts";
import { isSecret } from "./secret-names.ts";
import { showValue } from "./show-value.ts";
import { nearestName } from "./unknown-name.ts";

/** A schema for each key of a type. A key added to the type must get a schema too. */
export type Shape<Type> = Readonly<Record<keyof Type, z.ZodMiniType>>;

/** Where a value was given, such as `["tenant", "users", 0]`. The path of the options themselves is `[]`. */
export type Path = readonly PropertyKey[];

/**
 * Checks and copies a value.
 * @throws On the first invalid property, with its path.
 */
export function parse<Schema extends z.ZodMiniType>(schema: Schema, given: unknown, path: Path): z.output<Schema> {
  const { data, error } = z.safeParse(schema, given);
  if (!error) return data;
  const { issues } = error;
  // Often a required key is missing because it is misspelled.
  const issue = issues.find(({ code }) => code === "unrecognized_keys") ?? issues[0];
  throw new TypeError(issue ? explain(issue, given, path) : error.message);
}

function explain(issue: z.core.$ZodIssue, given: unknown, before: Path): string {
  const { code, path, message } = issue;
  const where = showPath([...before, ...path]);
  if (code === "unrecognized_keys") {
    const key = showValue(issue.keys[0]);
    return `Unknown ${where === "" ? `option ${key}` : `key ${key} in ${where}`}.${message}`;
  }
  const invalid = `Invalid ${where || "options"}`;
  if (code === "custom") return `${invalid}: ${message}`;
  let value: unknown = given;
  for (const key of path) value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  const got = isSecret(String(path.at(-1))) ? `a value of type ${typeof value}` : showValue(value);
  return `${invalid}: got ${got}. Give ${message}.`;
}

/** A path as you write it in code: `tenant.users[0].email`, `scenarios["oauth-ro"]`. */
export function showPath(path: Path): string {
  return path
    .map((key) => {
      if (typeof key === "number") return `[${key}]`;
      return /^[A-Za-z_$][\w$]*$/.test(String(key)) ? `.${String(key)}` : `[${showValue(String(key))}]`;
    })
    .join("")
    .replace(/^\./, "");
}

/** Creates a schema on first use. Creating all of them at import would be slow. */
export function lazily<Schema>(make: () => Schema): () => Schema {
  let schema: Schema | undefined;
  return () => (schema ??= make());
}

/** What a schema expects, in words that follow "Give" in the error. */
export function expected(what: string): { readonly error: string } {
  return { error: what };
}

/** An object with only these keys. */
export function strict<Keys extends Readonly<Record<string, z.core.$ZodType>>>(
  shape: Keys,
): z.ZodMiniObject<Keys, z.core.$strict> {
  return z.strictObject(shape, {
    error(issue) {
      if (issue.code !== "unrecognized_keys") return "an object";
      const nearest = nearestName(String(issue.keys[0]), Object.keys(shape));
      return nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
    },
  });
}

/** Any object. Unlike `z.record` it keeps a key called `__proto__`. */
export function anyObject(what: string): z.ZodMiniType<Readonly<Record<string, unknown>>> {
  return z.custom((given) => typeof given === "object" && given !== null && !Array.isArray(given), {
    error: ({ input }) => `got ${showValue(input)}. Give ${what}.`,
  });
}

/** Copies the output of another schema through JSON. Undefined stays undefined. */
export function json(schema: z.ZodMiniType): z.ZodMiniType {
  return z.pipe(
    schema,
    z.transform((value: unknown, { issues }) => {
      try {
        return value === undefined ? undefined : copyJson(value);
      } catch (error) {
        issues.push({
          code: "custom",
          input: value,
          message: `${(error as Error).message}. Give a value that JSON can hold.`,
        });
        return z.NEVER;
      }
    }),
  );
}
