import type { Endpoint } from "../../scenarios/scenario.ts";
import type { LooseActivation } from "../activation.ts";
import { endpointOf, idOf, isActivation } from "../loose-activation.ts";
import type { Keeper } from "./keeper.ts";
import { type LooseMock, messageOf } from "./loose-mock.ts";

/** The query parameter that names scenarios, several with commas between them. */
const param = "auth0-scenario";

/** What somebody has chosen for this page, at most one activation for each endpoint. */
export interface Choice {
  /** Keeps it over reloads; what the address says of its endpoint goes. */
  keep(activation: LooseActivation): void;
  /** Forgets what was chosen for one endpoint or for both, in the address too. */
  forget(endpoint?: Endpoint): void;
  /** Stops following resets of the mock. */
  stop(): void;
}

/** Switches on what the address names, and where it names nothing, what was kept. */
export function createChoice(auth0: LooseMock, keeper: Keeper, tell: (problem: string) => void): Choice {
  // Mocks with domains of their own keep choices of their own.
  const key = `auth0-msw: choice for ${String(auth0.handlers[0]?.info.path)}`;
  const chosen = new Map<string, LooseActivation>();

  const keepChosen = (): void => keeper.write(key, chosen.size === 0 ? null : JSON.stringify([...chosen.values()]));
  const forget = (endpoint?: Endpoint): void => {
    if (endpoint) chosen.delete(endpoint);
    else chosen.clear();
    keepChosen();
  };
  const switchOn = (activation: LooseActivation, from: string): void => {
    try {
      auth0.use(activation);
      chosen.set(endpointOf(activation), activation);
    } catch (error) {
      tell(`Refused ${from}: ${messageOf(error)}`);
    }
  };

  for (const id of namedInAddress()) {
    const first = chosen.get(endpointOf(id));
    if (first === undefined) switchOn(id, `what the address names in "${param}"`);
    else
      tell(`"${id}" in the address is left out: "${idOf(first)}" comes first for the same endpoint. Name one of each.`);
  }
  for (const activation of parse(keeper.read(key), tell)) {
    if (!chosen.has(endpointOf(activation))) switchOn(activation, "and forgot what was kept from before");
  }
  keepChosen();

  const stop = auth0.subscribe((event) => {
    if (event.type === "reset") forget(event.endpoint);
  });
  return {
    keep(activation) {
      const endpoint = endpointOf(activation);
      chosen.set(endpoint, activation);
      keepChosen();
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

/** The address would win over the choice at the next reload. */
function dropFromAddress(endpoint?: string): void {
  const url = new URL(location.href);
  if (!url.searchParams.has(param)) return;
  const others = endpoint ? namedInAddress().filter((id) => endpointOf(id) !== endpoint) : [];
  if (others.length === 0) url.searchParams.delete(param);
  else url.searchParams.set(param, others.join(","));
  history.replaceState(history.state, "", url);
}

function parse(text: string | null, tell: (problem: string) => void): readonly LooseActivation[] {
  if (text === null) return [];
  try {
    const kept: unknown = JSON.parse(text);
    if (Array.isArray(kept) && kept.every(isActivation)) return kept;
  } catch {
    // Told below, as for anything else that is no list of activations.
  }
  tell("Forgot what was kept from before: somebody else has written to it. Choose again.");
  return [];
}
