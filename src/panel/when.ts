import { idOf } from "../catalog/activation.ts";
import type { When } from "./marks.ts";
import type { PanelModel } from "./model.ts";
import type { Row } from "./row.ts";

/** When a row answers, or undefined when it is not switched on. */
export function whenOf({ switches, active, calls }: PanelModel, { id, endpoint }: Row): When | undefined {
  if (switches[endpoint].queued.some((each) => idOf(each) === id)) return "next";
  if (active[endpoint] === id) return "on";
  const last = calls.findLast((call) => call.endpoint === endpoint);
  return last?.scenario === id && last.reason === "once" ? "used" : undefined;
}
