import type { HttpHandler } from "msw";
import type { Network } from "../worker/handlers.ts";
import { checkStart } from "../worker/start-check.ts";
import { nodeProbe } from "./node-probe.ts";

/** Returns a function that checks the start of a mock, the first time that it is called. Later calls get the same result. */
export function checkOnce(
  { handlers }: { readonly handlers: readonly HttpHandler[] },
  network: Network,
  isGiven: boolean,
): () => Promise<void> {
  let checked: Promise<void> | undefined;
  return () => (checked ??= checkStart(handlers, network, nodeProbe(isGiven)));
}
