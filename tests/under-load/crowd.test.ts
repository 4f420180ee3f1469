import { serve, transports } from "#host";
import { mockAuth0 } from "auth0-msw";
import { afterEach, expect, test } from "vitest";
import { crowd } from "../helpers/crowd.ts";

const auth0 = mockAuth0();
serve(auth0.handlers);
afterEach(() => auth0.reset());

const crowds = Object.entries(transports).map(([name, send]) => [sizeFor(name), name, send] as const);

/** Node's own fetch gets the full number. The others take up to ten times as long, or are built on the same parts. */
function sizeFor(transport: string): number {
  return transport === "fetch" && !("XMLHttpRequest" in globalThis) ? 1000 : 100;
}

// Up to ten thousand requests.
const timeout = 120_000;

test.each(crowds)(
  "%i concurrent isolates with ten requests each get the right responses through %s",
  { timeout },
  async (isolates, _name, send) => {
    auth0.use("oauth-ro/wrong-password");
    expect(await crowd(auth0, isolates, send)).toEqual({ wrong: 0 });
    expect(auth0.calls()).toEqual([]);
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/wrong-password");
  },
);
