import type { Endpoint } from "../../scenarios/types.ts";
import { endpointOf, idOf, isActivation, type UntypedActivation } from "../catalog/activation.ts";
import { messageOf } from "../catalog/show-value.ts";
import type { UntypedMock } from "../mock-auth0.ts";
import type { TabStorage } from "../worker/tab-storage.ts";

/** The query parameter that names scenarios, comma-separated. */
const param = "auth0-scenario";

/** What is switched on in this page, kept over reloads: one activation for each endpoint. */
export interface KeptSwitches {
  /** Keeps an activation, and removes its endpoint from the address. */
  keep(activation: UntypedActivation): void;
  /** Forgets one endpoint or both, in the address too. */
  forget(endpoint?: Endpoint): void;
  /** Stops following resets of the mock. */
  stop(): void;
}

/** Switches on what the address names, else what was kept. */
export function keepSwitches(auth0: UntypedMock, storage: TabStorage, report: (problem: string) => void): KeptSwitches {
  // Each mock keeps its own, told apart by its domain.
  const key = `auth0-msw: choice for ${String(auth0.handlers[0]?.info.path)}`;
  const kept = new Map<string, UntypedActivation>();

  const store = (): void => storage.write(key, kept.size === 0 ? null : JSON.stringify([...kept.values()]));
  const forget = (endpoint?: Endpoint): void => {
    if (endpoint) kept.delete(endpoint);
    else kept.clear();
    store();
  };
  const switchOn = (activation: UntypedActivation, from: string): void => {
    try {
      auth0.use(activation);
      kept.set(endpointOf(activation), activation);
    } catch (error) {
      report(`Refused ${from}: ${messageOf(error)}`);
    }
  };

  for (const id of namedInAddress()) {
    const first = kept.get(endpointOf(id));
    if (first === undefined) switchOn(id, `what the address names in "${param}"`);
    else
      report(
        `"${id}" in the address is ignored: "${idOf(first)}" comes first for the same endpoint. Name one of each.`,
      );
  }
  for (const activation of parse(storage.read(key), report)) {
    if (!kept.has(endpointOf(activation))) switchOn(activation, "what was kept from before, and forgot it");
  }
  store();

  const stop = auth0.subscribe((event) => {
    if (event.type === "reset") forget(event.endpoint);
  });
  return {
    keep(activation) {
      const endpoint = endpointOf(activation);
      kept.set(endpoint, activation);
      store();
      dropFromAddress(endpoint);
    },
    forget(endpoint) {
      forget(endpoint);
      dropFromAddress(endpoint);
    },
    stop,
  };
}

function namedInAddress(): string[] {
  return new URLSearchParams(location.search)
    .getAll(param)
    .flatMap((ids) => ids.split(","))
    .map((id) => id.trim())
    .filter((id) => id !== "");
}

/** At the next reload the address would override what is kept. */
function dropFromAddress(endpoint?: string): void {
  const url = new URL(location.href);
  if (!url.searchParams.has(param)) return;
  const others = endpoint ? namedInAddress().filter((id) => endpointOf(id) !== endpoint) : [];
  if (others.length === 0) url.searchParams.delete(param);
  else url.searchParams.set(param, others.join(","));
  history.replaceState(history.state, "", url);
}

function parse(text: string | null, report: (problem: string) => void): readonly UntypedActivation[] {
  if (text === null) return [];
  try {
    const kept: unknown = JSON.parse(text);
    if (Array.isArray(kept) && kept.every(isActivation)) return kept;
  } catch {
    // Reported below, as any other value that is not a list of activations.
  }
  report("Forgot what was kept from before: it is not a list of scenarios. Switch them on again.");
  return [];
}
