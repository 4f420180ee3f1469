import type { Endpoint } from "../../scenarios/types.ts";
import { endpointOf, idOf, isActivation, type UntypedActivation } from "../catalog/activation.ts";
import { messageOf } from "../catalog/show-value.ts";
import type { UntypedMock } from "../mock-auth0.ts";
import type { TabStorage } from "../worker/tab-storage.ts";

/** The query parameter that names scenarios, comma-separated. */
const param = "auth0-scenario";

/** The activations of this page, one for each endpoint. They survive reloads. */
export interface KeptSwitches {
  /** Stores an activation, and removes its endpoint from the URL. */
  keep(activation: UntypedActivation): void;
  /** Removes one endpoint or both, also from the URL. */
  forget(endpoint?: Endpoint): void;
  /** Stops listening to resets of the mock. */
  stop(): void;
}

/** Switches on the scenarios in the URL, and the stored ones of other endpoints. */
export function keepSwitches(auth0: UntypedMock, storage: TabStorage, report: (problem: string) => void): KeptSwitches {
  // Each domain has its own key.
  const key = `auth0-msw: choice for ${String(auth0.handlers[0]?.info.path)}`;
  const kept = new Map<string, UntypedActivation>();

  const store = (): void => storage.write(key, kept.size === 0 ? null : JSON.stringify([...kept.values()]));
  const forget = (endpoint?: Endpoint): void => {
    if (endpoint) kept.delete(endpoint);
    else kept.clear();
    store();
  };
  const switchOn = (activation: UntypedActivation, failure: string): void => {
    try {
      auth0.use(activation);
      kept.set(endpointOf(activation), activation);
    } catch (error) {
      report(`${failure}: ${messageOf(error)}`);
    }
  };

  for (const id of idsInUrl()) {
    const first = kept.get(endpointOf(id));
    if (first === undefined) switchOn(id, `Ignored "${param}" in the URL`);
    else
      report(
        `"${id}" in the URL is ignored: "${idOf(first)}" already sets this endpoint. Use one scenario per endpoint.`,
      );
  }
  for (const activation of parse(storage.read(key), report)) {
    if (!kept.has(endpointOf(activation))) switchOn(activation, "Discarded a stored scenario");
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
      removeFromUrl(endpoint);
    },
    forget(endpoint) {
      forget(endpoint);
      removeFromUrl(endpoint);
    },
    stop,
  };
}

function idsInUrl(): string[] {
  return new URLSearchParams(location.search)
    .getAll(param)
    .flatMap((ids) => ids.split(","))
    .map((id) => id.trim())
    .filter((id) => id !== "");
}

/** Otherwise the URL would override the stored scenario at the next reload. */
function removeFromUrl(endpoint?: string): void {
  const url = new URL(location.href);
  if (!url.searchParams.has(param)) return;
  const others = endpoint ? idsInUrl().filter((id) => endpointOf(id) !== endpoint) : [];
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
    // Reported below, like any other invalid value.
  }
  report("Discarded the stored scenarios: they are invalid. Switch them on again.");
  return [];
}
