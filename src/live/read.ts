import * as z from "zod/mini";
import { isForm, mediaType, type RequestBody } from "../request-body.ts";

/** What could be read, or what is wrong with it in words. */
export type Read<Fields> = { readonly fields: Fields } | { readonly issue: string };

/** A parameter that is text where it is given; null is what some SDKs send for none. */
const parameter = z.nullish(
  z.string("must be a string").check(({ value: input, issues }) => {
    const message = "must be well-formed Unicode: it has half of a surrogate pair";
    if (!input.isWellFormed()) issues.push({ code: "custom", input, message });
  }),
);

const oauthRo = [
  "client_id",
  "client_secret",
  "grant_type",
  "connection",
  "username",
  "password",
  "id_token",
  "device",
] as const;
const passwordlessStart = [
  "client_id",
  "client_secret",
  "client_assertion",
  "client_assertion_type",
  "connection",
] as const;
const passwordlessStartUnchecked = ["email", "phone_number", "send", "authParams", "captcha"] as const;

/** Parameters that have been read, and others that have checks of their own. */
type Parameters<Checked extends string, Unchecked extends string> = {
  readonly [Name in Checked]?: string | undefined;
} & { readonly [Name in Unchecked]?: unknown };

/** What `/oauth/ro` is sent; it ignores other properties. */
export type OauthRoFields = Parameters<(typeof oauthRo)[number], "scope">;

/** What `/passwordless/start` is sent; {@link unknownParameters} finds other properties. */
export type PasswordlessStartFields = Parameters<
  (typeof passwordlessStart)[number],
  (typeof passwordlessStartUnchecked)[number]
>;

/** Reads the parameters of `/oauth/ro`. */
export function parseOauthRo(given: Record<string, unknown>): Read<OauthRoFields> {
  return parse(oauthRo, given);
}

/** Reads the parameters of `/passwordless/start`. */
export function parsePasswordlessStart(given: Record<string, unknown>): Read<PasswordlessStartFields> {
  return parse(passwordlessStart, given);
}

const passwordlessStartKnown = new Set<string>([...passwordlessStart, ...passwordlessStartUnchecked]);

/** The names that `/passwordless/start` does not know. */
export function unknownParameters(given: Record<string, unknown>): string[] {
  return Object.keys(given).filter((name) => !passwordlessStartKnown.has(name));
}

/** Reads one parameter after the other; `z.object()` would be a third more of zod to load. */
function parse<Name extends string>(
  names: readonly Name[],
  given: Record<string, unknown>,
): Read<Parameters<Name, never>> {
  const fields: Record<string, unknown> = { ...given };
  for (const name of names) {
    const { data, error } = z.safeParse(parameter, given[name]);
    if (error) return { issue: `${name} parameter ${error.issues[0]?.message}` };
    // SDKs send an empty string for none, too.
    fields[name] = data || undefined;
  }
  return { fields: fields as Parameters<Name, never> };
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
