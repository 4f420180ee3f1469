import { showValue } from "./show-value.ts";

/** A copy of a value as JSON holds it. Throws when JSON cannot. */
export function copyJson(value: unknown): unknown {
  let refused: string | undefined;
  try {
    const text = JSON.stringify(value, (_key, inner: unknown) => {
      if (isForeign(inner)) refused ??= showValue(inner);
      // What JSON.stringify would throw on by itself.
      return typeof inner === "bigint" ? null : inner;
    });
    if (refused === undefined) return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new TypeError("JSON cannot hold an object that is inside of itself", { cause });
  }
  throw new TypeError(`JSON cannot hold ${refused}`);
}

function isForeign(value: unknown): boolean {
  if (typeof value === "number") return !Number.isFinite(value);
  return typeof value === "function" || typeof value === "symbol" || typeof value === "bigint";
}
