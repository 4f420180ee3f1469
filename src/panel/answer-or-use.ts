import { endpoints } from "../../scenarios/types.ts";
import { endpointOf } from "../catalog/activation.ts";
import type { PageAction, PanelAction, PanelModel } from "./model.ts";
import type { Selection } from "./selection.ts";

/** The action for a selection: it answers the request that waits longest, or else it is switched on. */
export function answerOrUse(
  model: Pick<PanelModel, "switches"> | undefined,
  selection: Selection,
): Extract<PanelAction, { type: "use" }> | Extract<PageAction, { type: "answer" }> {
  for (const endpoint of model ? endpoints : []) {
    const [held] = model?.switches[endpoint].held ?? [];
    const activation = selection.activations.find((each) => endpointOf(each) === endpoint);
    const { scenarios } = selection;
    if (held && activation !== undefined) {
      return { type: "answer", endpoint, n: held.n, activation, ...(scenarios && { scenarios }) };
    }
  }
  return { type: "use", selection };
}
