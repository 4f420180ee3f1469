import { mockAuth0, type MockAuth0 } from "auth0-msw";
import { getResponse } from "msw";
import { expect, test } from "vitest";
import { valid } from "../../tests/helpers/requests.ts";
import { internalsOf } from "../mock-auth0.ts";
import { heldAt, type HeldRequests } from "./held-requests.ts";

/** A mock whose next request to `/oauth/ro` waits. */
function holding(): { auth0: MockAuth0; held: HeldRequests; answer: (n: number, id: string) => void } {
  const auth0 = mockAuth0();
  const mock = internalsOf(auth0);
  const held = heldAt(mock.session().endpoint("oauth-ro"));
  held.holdNext(true);
  return { auth0, held, answer: (n, id) => held.answer(n, mock.resolve(id)) };
}

function send({ handlers }: MockAuth0, signal?: AbortSignal): Promise<Response | undefined> {
  const { url, ...request } = valid("oauth-ro", { password: "secret words" });
  return getResponse(handlers, new Request(url, { ...request, ...(signal && { signal }) }));
}

/** Resolves when as many requests wait. */
async function waiting(auth0: MockAuth0, held: HeldRequests, count: number): Promise<void> {
  if (held.requests.length === count) return;
  await new Promise<void>((resolve) => {
    const stop = internalsOf(auth0)
      .session()
      .watch(() => {
        if (held.requests.length !== count) return;
        stop();
        resolve();
      });
  });
}

test("a held request is shown masked, and gets the chosen answer", async () => {
  const { auth0, held, answer } = holding();
  const response = send(auth0);
  await waiting(auth0, held, 1);
  expect(held.requests[0]).toMatchObject({ n: 1, method: "POST", body: { password: "[masked]" } });
  expect(held.requests[0]?.url).toBe("https://demo.eu.auth0.com/oauth/ro");
  answer(1, "oauth-ro/user-blocked");
  expect((await response)?.status).toBe(401);
  expect(held.requests).toEqual([]);
  expect(auth0.calls()[0]?.reason).toBe("chosen by hand");
});

test("only the next request waits, and it takes no one-shot", async () => {
  const { auth0, held, answer } = holding();
  auth0.once("oauth-ro/user-blocked");
  const first = send(auth0);
  await waiting(auth0, held, 1);
  const second = await send(auth0);
  expect(await second?.json()).toMatchObject({ error_description: "user is blocked" });
  answer(1, "oauth-ro/live");
  expect(await (await first)?.json()).toMatchObject({ error: "invalid_user_password" });
});

test("a switch or the wrong number does not answer it", async () => {
  const { auth0, held, answer } = holding();
  const response = send(auth0);
  await waiting(auth0, held, 1);
  auth0.use("oauth-ro/success");
  answer(2, "oauth-ro/success");
  expect(held.requests).toHaveLength(1);
  answer(1, "oauth-ro/internal-server-error");
  expect((await response)?.status).toBe(500);
});

test("a reset and an abort end it without a call", async () => {
  const { auth0, held } = holding();
  const response = send(auth0);
  await waiting(auth0, held, 1);
  auth0.reset("oauth-ro");
  expect((await response)?.type).toBe("error");

  const controller = new AbortController();
  const next = heldAt(internalsOf(auth0).session().endpoint("oauth-ro"));
  next.holdNext(true);
  const aborted = send(auth0, controller.signal);
  await waiting(auth0, next, 1);
  controller.abort();
  expect((await aborted)?.type).toBe("error");
  expect(next.requests).toEqual([]);
  expect(auth0.calls()).toEqual([]);
});

test("a hold can be taken back", async () => {
  const { auth0, held } = holding();
  held.holdNext(false);
  expect((await send(auth0))?.status).toBe(401);
});
