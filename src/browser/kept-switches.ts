import type { Endpoint } from "../../scenarios/types.ts";
import { endpointOf, isActivation } from "../catalog/activation.ts";
import { messageOf } from "../catalog/show-value.ts";
import type { UntypedMock } from "../mock-auth0.ts";
import { appLink, linkNamesIn, readLink, withLink } from "../panel/link.ts";
import { applySelection } from "../panel/perform.ts";
import { byEndpoint, merged, type Selection, without } from "../panel/selection.ts";
import type { TabStorage } from "../worker/tab-storage.ts";

/** What is switched on in this page. It survives reloads. */
export interface KeptSwitches {
  /** Stores a selection, and removes its endpoints from the URL. */
  keep(selection: Selection): void;
  /** Removes one endpoint or both, also from the URL. */
  forget(endpoint?: Endpoint): void;
  /** Stops listening to resets of the mock. */
  stop(): void;
}

/** Switches on the scenarios in the URL, and the stored ones of other endpoints. */
export function keepSwitches(auth0: UntypedMock, storage: TabStorage, report: (problem: string) => void): KeptSwitches {
  // Each domain has its own key.
  const key = `auth0-msw: choice for ${String(auth0.handlers[0]?.info.path)}`;
  let kept: Selection = { activations: [] };

  const store = (selection: Selection): void => {
    kept = selection;
    storage.write(key, kept.activations.length === 0 ? null : JSON.stringify(kept));
  };
  const switchOn = (selection: Selection | undefined, failure: string): void => {
    for (const own of selection ? byEndpoint(selection) : []) {
      if (kept.activations.some((each) => endpointOf(each) === endpointOf(own.activations[0] ?? ""))) continue;
      try {
        applySelection(auth0, own);
        kept = merged(kept, own);
      } catch (error) {
        report(`${failure}: ${messageOf(error)}`);
      }
    }
  };

  switchOn(selectionInUrl(report), `Ignored "${appLink.ids}" in the URL`);
  switchOn(parse(storage.read(key), report), "Discarded a stored scenario");
  store(kept);

  const stop = auth0.subscribe((event) => {
    if (event.type === "reset") store(without(kept, event.endpoint));
  });
  return {
    keep(selection) {
      store(merged(kept, selection));
      for (const { activations } of byEndpoint(selection)) removeFromUrl(endpointOf(activations[0] ?? ""));
    },
    forget(endpoint) {
      store(without(kept, endpoint));
      removeFromUrl(endpoint);
    },
    stop,
  };
}

/** The URL of this page with a selection instead of its own. */
export function linkTo(selection: Selection): string {
  const url = new URL(location.href);
  url.search = withLink(url.search, selection, appLink);
  return url.href;
}

function selectionInUrl(report: (problem: string) => void): Selection | undefined {
  try {
    return readLink(location.search, appLink);
  } catch (error) {
    report(messageOf(error));
    return undefined;
  }
}

/** Otherwise the URL would override the stored scenarios at the next reload. */
function removeFromUrl(endpoint?: string): void {
  if (linkNamesIn(location.search, appLink).length === 0) return;
  // A selection that cannot be read goes as a whole.
  const left = without(selectionInUrl(() => {}) ?? { activations: [] }, endpoint);
  history.replaceState(history.state, "", linkTo(left));
}

function parse(text: string | null, report: (problem: string) => void): Selection | undefined {
  if (text === null) return undefined;
  try {
    const kept = JSON.parse(text) as Partial<Selection> | null;
    if (Array.isArray(kept?.activations) && kept.activations.every(isActivation)) return kept as Selection;
  } catch {
    // Reported below, like any other invalid value.
  }
  report("Discarded the stored scenarios: they are invalid. Switch them on again.");
  return undefined;
}
