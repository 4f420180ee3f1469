import type { MockAuth0 } from "auth0-msw";
import { isolate } from "auth0-msw/node";
import type { Transport } from "../host/wire.ts";
import { valid } from "./requests.ts";

interface Outcome {
  readonly wrong: number;
  readonly first: string | undefined;
}

/**
 * Runs many concurrent isolates. Each switches on one failure of the endpoint and sends ten requests, one after
 * the other. Returns how often a response or a logged call was wrong.
 */
export async function crowd(auth0: MockAuth0, isolates: number, send: Transport): Promise<Outcome> {
  const failures = auth0.failures("oauth-ro");
  const wrong: string[] = [];

  const sendTen = async ({ id, body }: (typeof failures)[number], scheme: string): Promise<void> => {
    auth0.use(id);
    for (let n = 1; n <= 10; n += 1) {
      const answer = await send({ ...valid("oauth-ro"), url: `${scheme}://demo.eu.auth0.com/oauth/ro` });
      if (answer.body !== body) wrong.push(`${id}: ${answer.body}`);
    }
    const logged = auth0.calls().map(({ scenario }) => scenario);
    if (logged.length !== 10 || logged.some((scenario) => scenario !== id)) wrong.push(`${id} logged ${logged.join()}`);
  };

  const chosen = Array.from({ length: Math.ceil(isolates / failures.length) }, () => failures).flat();
  const each = chosen.slice(0, isolates).map((failure, index) => {
    // MSW 3 creates a socket for every request. TLS for all of them would double the time.
    const scheme = index % 10 === 0 ? "https" : "http";
    return isolate(auth0, () => sendTen(failure, scheme));
  });
  await Promise.all(each);
  return { wrong: wrong.length, first: wrong[0] };
}
