import { mockAuth0 } from "auth0-msw";
import { isolate } from "auth0-msw/node";
import { setupServer } from "msw/node";
import { report } from "./figure.ts";
import { compare, type Timed } from "./harness.ts";
import { ask, signIn, url } from "./request.ts";

const plain = mockAuth0();
const isolated = mockAuth0();
for (const auth0 of [plain, isolated]) auth0.use("oauth-ro/user-blocked");

const handled = await compare(ask(plain.handlers), { isolated: inside(ask(isolated.handlers)) });

const server = setupServer(...isolated.handlers);
server.listen();
// Sent outside `isolate()`, as the baseline.
const send = { run: async () => (await fetch(url, signIn)).json() };
const fetched = await compare(send, { isolated: inside(send) }, 25);
server.close();

report([
  { what: "an answer inside isolate()", ...handled.isolated, unit: "×", goal: { atMost: 1.1 } },
  { what: "fetch of an answer inside isolate()", ...fetched.isolated, unit: "×", goal: { atMost: 1.1 } },
]);

function inside(timed: Timed): Timed {
  return { ...timed, within: (round) => isolate(isolated, round) };
}
