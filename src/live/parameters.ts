import * as z from "zod/mini";
import type { Read } from "./parse-body.ts";

// zod would compile schemas with `new Function`, which a Content-Security-Policy may block.
z.config({ jitless: true });

const wellFormedText = z.string("must be a string").check(({ value: input, issues }) => {
  const message = "must be well-formed Unicode: it has half of a surrogate pair";
  if (!input.isWellFormed()) issues.push({ code: "custom", input, message });
});

/** SDKs also send null or an empty string for a missing value. */
const text = z.pipe(
  z.nullish(wellFormedText),
  z.transform((given) => given || undefined),
);

const textOrNumber = z.pipe(
  z.nullish(
    z.union([wellFormedText, z.pipe(z.number(), z.transform(String))], { error: "must be a string or a number" }),
  ),
  z.transform((given) => given || undefined),
);

const anything = z.optional(z.unknown());

/** The parameters of `/oauth/ro`. The endpoint ignores other properties. */
const oauthRoRequest = z.object({
  client_id: text,
  client_secret: text,
  grant_type: text,
  connection: text,
  username: text,
  password: text,
  mfa_code: textOrNumber,
  id_token: text,
  device: text,
  /** Checked separately: it has its own error. */
  scope: anything,
});

/** The parameters of `/passwordless/start`. {@link unknownParameters} finds other properties. */
const passwordlessStartRequest = z.object({
  client_id: text,
  client_secret: text,
  client_assertion: text,
  client_assertion_type: text,
  connection: text,
  /** Checked separately: they have their own errors. */
  email: anything,
  phone_number: anything,
  send: anything,
  authParams: anything,
  captcha: anything,
});

/** The parameters of `/oauth/ro`. */
export type OauthRoParameters = z.output<typeof oauthRoRequest>;

/** Reads the parameters of `/oauth/ro`. */
export function parseOauthRo(given: Readonly<Record<string, unknown>>): Read<OauthRoParameters> {
  return parse(oauthRoRequest, given);
}

/** The parameters of `/passwordless/start`. */
export type PasswordlessStartParameters = z.output<typeof passwordlessStartRequest>;

/** Reads the parameters of `/passwordless/start`. */
export function parsePasswordlessStart(given: Readonly<Record<string, unknown>>): Read<PasswordlessStartParameters> {
  return parse(passwordlessStartRequest, given);
}

/** The parameters that `/passwordless/start` does not allow. */
export function unknownParameters(given: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(given).filter((name) => !Object.hasOwn(passwordlessStartRequest.shape, name));
}

/** Reports the first invalid parameter. */
function parse<Schema extends z.ZodMiniType>(
  schema: Schema,
  given: Readonly<Record<string, unknown>>,
): Read<z.output<Schema>> {
  const { data, error } = z.safeParse(schema, given);
  if (!error) return { fields: data };
  const [issue] = error.issues;
  return { issue: `${String(issue?.path[0])} parameter ${issue?.message}` };
}

/** Whether a browser accepts it as an email address. */
export function isEmail(value: unknown): value is string {
  return typeof value === "string" && z.regexes.html5Email.test(value);
}
