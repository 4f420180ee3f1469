import { mockAuth0 } from "auth0-msw";
import type { RequestHandler } from "msw";
import { setupServer } from "msw/node";
import { report } from "./figure.ts";
import { compare, type Timed } from "./harness.ts";
import { byHand, signIn, url } from "./request.ts";

// The same answers through `fetch`, which takes many times as long as a handler.

const server = setupServer();
server.listen();
const forced = mockAuth0();
forced.use("oauth-ro/user-blocked");
const live = mockAuth0();

const ratios = await compare(send([byHand]), { forced: send(forced.handlers), live: send(live.handlers) }, 25);
server.close();
report([
  { what: "fetch of a switched-on scenario", ...ratios.forced, unit: "×", goal: "noise" },
  { what: "fetch of an answer of the live tenant", ...ratios.live, unit: "×" },
]);

function send(handlers: RequestHandler[]): Timed {
  return {
    run: async () => (await fetch(url, signIn)).json(),
    within(round) {
      server.resetHandlers(...handlers);
      return round();
    },
  };
}
