import * as z from "zod/mini";
import { isForm, mediaType, type RequestBody } from "../request-body.ts";

/** What could be read, or what is wrong with it in words. */
export type Read<Fields> = { readonly fields: Fields } | { readonly issue: string };

const wellFormed = z
  .string("must be a string")
  .check(z.refine((value) => value.isWellFormed(), "must be well-formed Unicode: it has half of a surrogate pair"));
/** Null and the empty string count as missing: SDKs send either. */
const parameter = z.pipe(
  z.nullish(wellFormed),
  z.transform((value) => value || undefined),
);

const anything = z.optional(z.unknown());

const oauthRoSchema = z.object({
  client_id: parameter,
  client_secret: parameter,
  grant_type: parameter,
  connection: parameter,
  username: parameter,
  password: parameter,
  id_token: parameter,
  device: parameter,
  scope: anything,
});

const passwordlessStartSchema = z.object({
  client_id: parameter,
  client_secret: parameter,
  client_assertion: parameter,
  client_assertion_type: parameter,
  connection: parameter,
  email: anything,
  phone_number: anything,
  send: anything,
  authParams: anything,
  captcha: anything,
});

type Parameter = string | undefined;

/** The parameters of `/oauth/ro`; `scope` has a check of its own. */
export interface OauthRoFields {
  readonly client_id?: Parameter;
  readonly client_secret?: Parameter;
  readonly grant_type?: Parameter;
  readonly connection?: Parameter;
  readonly username?: Parameter;
  readonly password?: Parameter;
  readonly id_token?: Parameter;
  readonly device?: Parameter;
  readonly scope?: unknown;
}

/** The parameters of `/passwordless/start`; those of unknown type have checks of their own. */
export interface PasswordlessStartFields {
  readonly client_id?: Parameter;
  readonly client_secret?: Parameter;
  readonly client_assertion?: Parameter;
  readonly connection?: Parameter;
  readonly email?: unknown;
  readonly phone_number?: unknown;
  readonly send?: unknown;
  readonly authParams?: unknown;
}

/** Reads the parameters of `/oauth/ro`, and ignores others. */
export function parseOauthRo(given: Record<string, unknown>): Read<OauthRoFields> {
  return parse(oauthRoSchema, given);
}

/** Reads the parameters of `/passwordless/start`; {@link unknownParameters} finds others. */
export function parsePasswordlessStart(given: Record<string, unknown>): Read<PasswordlessStartFields> {
  return parse(passwordlessStartSchema, given);
}

/** The names that `/passwordless/start` does not know. */
export function unknownParameters(given: Record<string, unknown>): string[] {
  return Object.keys(given).filter((name) => !Object.hasOwn(passwordlessStartSchema.shape, name));
}

function parse<Fields>(schema: z.ZodMiniType<Fields>, given: Record<string, unknown>): Read<Fields> {
  const result = z.safeParse(schema, given);
  if (result.success) return { fields: result.data };
  const [issue] = result.error.issues;
  return { issue: `${issue?.path.join(".")} parameter ${issue?.message}` };
}

/** Reads a JSON object or an HTML form. */
export function readBody(request: Request, body: RequestBody): Read<Record<string, unknown>> {
  const type = mediaType(request);
  if (body.text === "") return { issue: "the body is empty" };
  if (!body.wellEncoded) return { issue: "the body is no valid UTF-8" };
  if (isForm(type)) return readForm(body.text);
  if (type === "application/json") return readJson(body.text);
  return { issue: `${type === "" ? "the content type is missing" : `unsupported content type ${type}`}: ${supported}` };
}

const supported = "send application/json or application/x-www-form-urlencoded";

function readJson(text: string): Read<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { issue: "the body is no valid JSON" };
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return { fields: value as Record<string, unknown> };
  }
  return { issue: `the body must be a JSON object, not ${typeName(value)}` };
}

function readForm(text: string): Read<Record<string, unknown>> {
  try {
    decodeURIComponent(text);
  } catch {
    return { issue: "the form is not percent-encoded UTF-8" };
  }
  const form = new URLSearchParams(text);
  const names = [...form.keys()];
  // RFC 6749, section 3.2: no parameter more than once.
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { issue: `the parameter ${twice} is given more than once` };
  return { fields: Object.fromEntries(form) };
}

/** Whether a browser would take it for an email address. */
export function isEmail(value: unknown): value is string {
  return typeof value === "string" && z.regexes.html5Email.test(value);
}

/** The name of a value's JSON type. */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
