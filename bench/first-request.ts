import { globSync } from "node:fs";
import { report } from "./figure.ts";
import { median, spread } from "./harness.ts";
import { inProcesses } from "./processes.ts";
import { signIn, url } from "./request.ts";

// How long the first requests of a process take, and how long other ways of loading the same modules would take.

const withMock = `
  import "msw/node";
  import { getResponse } from "msw";
  import { mockAuth0 } from "auth0-msw";
  const auth0 = mockAuth0();
  const { body, ...rest } = ${JSON.stringify(signIn)};
  const ask = (username) => getResponse(auth0.handlers, new Request("${url}", {
    ...rest, body: JSON.stringify({ ...JSON.parse(body), username }),
  }));`;
const [liveChunk] = globSync("dist/live-*.js");

const times = inProcesses({
  "first answer of a switched-on scenario": `${withMock} auth0.use("oauth-ro/user-blocked"); ${time('ask("")')}`,
  "first answer of the live tenant": `${withMock} ${time('ask("blocked@example.com")')}`,
  "first sign-in at the live tenant after that": `${withMock} await ask("blocked@example.com"); ${time('ask("ada@example.com")')}`,
  "the live tenant's chunk, zod/mini bundled in it": load(`./${liveChunk}`),
  "zod/mini as a package": load("zod/mini"),
  "zod in full": load("zod"),
  "faker, locale en": load("@faker-js/faker/locale/en"),
  "faker, locale base (has no names)": load("@faker-js/faker/locale/base"),
  "faker, every locale": load("@faker-js/faker"),
  "jose, jwt/sign": load("jose/jwt/sign"),
  "jose, all of it": load("jose"),
});

report(Object.entries(times).map(([what, each]) => ({ what, value: median(each), noise: spread(each), unit: "ms" })));

/** A program that loads a module after MSW, as the first request that needs it would. */
function load(specifier: string): string {
  return `import "msw/node"; import "msw"; ${time(`import("${specifier}")`)}`;
}

function time(expression: string): string {
  return `const start = performance.now(); await ${expression}; process.stdout.write(String(performance.now() - start));`;
}
