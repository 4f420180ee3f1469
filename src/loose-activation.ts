import type { LooseActivation } from "./activation.ts";

/** The id that an activation names, be it known or not. */
export function idOf(activation: LooseActivation): string {
  return typeof activation === "string" ? activation : activation.use;
}

/** The endpoint that its id belongs to, be it known or not. */
export function endpointOf(activation: LooseActivation): string {
  return idOf(activation).split("/", 1)[0] ?? "";
}

/** Whether something from outside, such as an address or a store, has the shape of an activation. */
export function isActivation(value: unknown): value is LooseActivation {
  if (typeof value !== "object" || value === null) return typeof value === "string";
  return "use" in value && typeof value.use === "string";
}
