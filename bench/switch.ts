import { mockAuth0 } from "auth0-msw";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { report } from "./figure.ts";
import { compare, heap, type Ratio, type Timed } from "./harness.ts";
import { byHand, url } from "./request.ts";

const server = setupServer(byHand);
const auth0 = mockAuth0();

const ratios = await compare(
  often(() => auth0.use("oauth-ro/user-blocked")),
  {
    made: often(() => {
      server.use(http.post(url, () => HttpResponse.json({ error: "unauthorized" }, { status: 401 })));
      server.resetHandlers();
    }),
    ready: often(() => {
      server.use(byHand);
      server.resetHandlers();
    }),
  },
);

const before = await heap();
for (let n = 0; n < 1_000_000; n += 1) auth0.use(n % 2 === 0 ? "oauth-ro/user-blocked" : "oauth-ro/wrong-password");
const grown = (await heap()) - before;

report([
  figure("use() instead of server.use(http.post(…)) and resetHandlers()", ratios.made),
  figure("use() instead of server.use() with an existing handler", ratios.ready),
  { what: "heap growth after a million switches", value: grown, unit: "kB", goal: { atMost: 100 } },
]);

/** Repeats a switch, because one is too fast for the clock. */
function often(run: () => void): Timed {
  return {
    run() {
      for (let n = 0; n < 200; n += 1) run();
    },
  };
}

function figure(what: string, ratio: Ratio): Parameters<typeof report>[0][number] {
  return { what, value: ratio.value, noise: ratio.noise * ratio.value, unit: "× cheaper", goal: { atLeast: 20 } };
}
