import { readForm } from "../engine/form.ts";
import { isForm, mediaType, type RequestBody } from "../engine/request-body.ts";

/** The fields of a body, or a sentence about what is wrong with it. */
export type Read<Fields> = { readonly fields: Fields } | { readonly issue: string };

/** Parses a JSON object or an HTML form. */
export function parseBody(request: Request, body: RequestBody): Read<Record<string, unknown>> {
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

/** The name of a value's JSON type. */
export function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
