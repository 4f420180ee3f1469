import { endpoints } from "../../scenarios/types.ts";
import type { PanelModel } from "./model.ts";
import { rowsOf } from "./row.ts";

/**
 * The failure after or before the active one, in the order of the list. It stays at the endpoint that is switched on,
 * or else the one that was called last, and starts over at its end.
 */
export function nextFailure(model: Pick<PanelModel, "scenarios" | "active" | "calls">, step: 1 | -1): string {
  const { active, calls } = model;
  const endpoint =
    endpoints.find((each) => active[each] !== `${each}/live`) ?? calls.at(-1)?.endpoint ?? endpoints[0] ?? "oauth-ro";
  const ids = rowsOf(model)
    .filter((row) => row.endpoint === endpoint && row.scenario?.kind === "failure")
    .map(({ id }) => id);
  const at = ids.indexOf(active[endpoint]);
  const to = at < 0 ? (step > 0 ? 0 : -1) : (at + step) % ids.length;
  return ids.at(to) ?? active[endpoint];
}
