import { mockAuth0 } from "auth0-msw";
import { isolate } from "auth0-msw/node";
import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { quiet } from "../host/quiet.ts";
import { viaFetch as send } from "../host/wire.ts";
import { valid } from "../helpers/requests.ts";

const auth0 = mockAuth0();
const server = setupServer(...auth0.handlers);
beforeAll(() => server.listen(quiet));
afterAll(() => server.close());

const failures = auth0.failures("oauth-ro");
const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };

// Twelve hundred requests.
const timeout = 120_000;

test(
  "200 concurrent MSW boundaries keep their handlers, and the isolates inside keep their scenarios",
  { timeout },
  async () => {
    const wrong: string[] = [];
    const inBoundary = server.boundary(async (index: number) => {
      const own = `the answer of boundary ${index}`;
      server.use(http.all("http://api.example.com/own", () => HttpResponse.text(own, { headers: cors })));
      await isolate(auth0, async () => {
        const { id, body } = failures[index % failures.length] ?? expect.fail("No failures.");
        auth0.use(id);
        for (let n = 1; n <= 3; n += 1) {
          const [ours, theirs] = await Promise.all([
            send(valid("oauth-ro")),
            send({ url: "http://api.example.com/own" }),
          ]);
          if (ours.body !== body) wrong.push(`${id}: ${ours.body}`);
          if (theirs.body !== own) wrong.push(`${own}: ${theirs.body}`);
        }
        if (auth0.calls().length !== 3) wrong.push(`${id}: ${auth0.calls().length} calls`);
      });
    });
    await Promise.all(Array.from({ length: 200 }, (_, index) => inBoundary(index)));
    expect({ wrong: wrong.length, first: wrong[0] }).toEqual({ wrong: 0 });
    expect(auth0.calls()).toEqual([]);
  },
);
