import type { CustomScenarios } from "../catalog/scenario-id.ts";
import type { TabStorage } from "../worker/tab-storage.ts";
import { mergedScenarios } from "./selection.ts";

const key = "auth0-msw: scenarios made in the switcher";

/** The custom scenarios that the user made in the switcher. They survive reloads of the tab. */
export interface MadeScenarios {
  readonly all: CustomScenarios;
  add(scenarios: CustomScenarios | undefined): void;
}

/** Reads the stored ones. `check` throws on those that a mock rejects: then all are forgotten. */
export function createMadeScenarios(storage: TabStorage, check: (scenarios: CustomScenarios) => void): MadeScenarios {
  let all: CustomScenarios = {};
  try {
    all = JSON.parse(storage.read(key) ?? "{}") as CustomScenarios;
    check(all);
  } catch {
    all = {};
  }
  return {
    get all() {
      return all;
    },
    add(scenarios) {
      if (!scenarios) return;
      all = mergedScenarios(all, scenarios);
      storage.write(key, JSON.stringify(all));
    },
  };
}
