import type { TabStorage } from "../worker/tab-storage.ts";
import type { PanelModel } from "./model.ts";

/** The failures that answered the calls so far, by id. They survive reloads of the tab. */
export interface Seen {
  /** Adds those of a model, and returns all. */
  add(model: Pick<PanelModel, "scenarios" | "calls">): readonly string[];
}

export function createSeen(storage: TabStorage, key: string): Seen {
  const ids = new Set((storage.read(key) ?? "").split(",").filter(Boolean));
  return {
    add({ scenarios, calls }) {
      const before = ids.size;
      for (const { scenario } of calls) {
        if (!ids.has(scenario) && scenarios.some(({ id, kind }) => id === scenario && kind === "failure"))
          ids.add(scenario);
      }
      if (ids.size > before) storage.write(key, [...ids].join());
      return [...ids];
    },
  };
}
