import type { Endpoint } from "../../scenarios/scenario.ts";
import type { LooseActivation } from "../activation.ts";
import type { MockAuth0 } from "../mock-auth0.ts";
import type { Scenario } from "../scenario.ts";

/** A mock whose ids no compiler has seen: they come from the address, from storage and from the switcher. */
export interface LooseMock extends Pick<MockAuth0, "handlers" | "inbox" | "calls" | "reset" | "subscribe"> {
  readonly scenarios: readonly Scenario<string>[];
  use(activation: LooseActivation): void;
  once(activation: LooseActivation): void;
  active(endpoint: Endpoint): string;
}

/** What an error says, be it an error or not. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
