import { mockAuth0 } from "auth0-msw";
import { getResponse } from "msw";
import { report } from "./figure.ts";
import { compare, heap, type Timed } from "./harness.ts";
import { ask, signIn, url } from "./request.ts";

const ratios = await compare(withScenarios(10), { thousand: withScenarios(1000), tenThousand: withScenarios(10_000) });

const logged = mockAuth0();
logged.use("oauth-ro/user-blocked");
await send(1000);
const before = await heap();
await send(9000);
const grown = (await heap()) - before;

report([
  { what: "an answer with 1,000 scenarios, compared with 10", ...ratios.thousand, unit: "×", goal: { atMost: 1.1 } },
  {
    what: "an answer with 10,000 scenarios, compared with 10",
    ...ratios.tenThousand,
    unit: "×",
    goal: { atMost: 1.1 },
  },
  { what: "heap after 10,000 calls, compared with 1,000", value: grown, unit: "kB", goal: { atMost: 1000 } },
]);

function withScenarios(count: number): Timed {
  const own = Array.from({ length: count }, (_, n) => [
    `own-${n}`,
    { status: 400, error: "own", description: `No. ${n}` },
  ]);
  const auth0 = mockAuth0({ scenarios: { "oauth-ro": Object.fromEntries(own) } });
  auth0.use(`oauth-ro/own-${count - 1}`);
  return ask(auth0.handlers);
}

async function send(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await getResponse(logged.handlers, new Request(url, signIn));
}
