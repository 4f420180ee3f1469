import { showValue } from "./show-value.ts";

/** Copies a value through JSON. Throws when JSON cannot represent it. */
export function copyJson(value: unknown): unknown {
  let unsupported: string | undefined;
  try {
    const text = JSON.stringify(value, (_key, inner: unknown) => {
      if (isUnsupported(inner)) unsupported ??= showValue(inner);
      // JSON.stringify throws on a bigint.
      return typeof inner === "bigint" ? null : inner;
    });
    if (unsupported === undefined) return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new TypeError("JSON cannot hold an object that contains itself", { cause });
  }
  throw new TypeError(`JSON cannot hold ${unsupported}`);
}

function isUnsupported(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "function" || typeof value === "symbol" || typeof value === "bigint";
}
