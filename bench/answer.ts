import { mockAuth0 } from "auth0-msw";
import { report } from "./figure.ts";
import { compare } from "./harness.ts";
import { ask, byHand } from "./request.ts";

const forced = mockAuth0();
forced.use("oauth-ro/user-blocked");
const live = mockAuth0();

const ratios = await compare(ask([byHand]), { forced: ask(forced.handlers), live: ask(live.handlers) });
report([
  { what: "a switched-on scenario", ...ratios.forced, unit: "×", goal: { atMost: 1.1 } },
  { what: "an answer of the live tenant", ...ratios.live, unit: "×", goal: { atMost: 1.5 } },
]);
