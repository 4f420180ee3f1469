import { getResponse, http, HttpResponse, type RequestHandler } from "msw";
import type { Timed } from "./harness.ts";

export const url = "https://demo.eu.auth0.com/oauth/ro";

/** A sign-in that the demo tenant rejects as `byHand` does. */
export const signIn = {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    client_id: "demo-client",
    grant_type: "password",
    connection: "Username-Password-Authentication",
    username: "blocked@example.com",
    password: "correct-horse-battery",
    scope: "openid",
  }),
};

/** What you would write without this package: a handler that reads the JSON body and gives the same answer. */
export const byHand: RequestHandler = http.post(url, async ({ request }) => {
  await request.json();
  return HttpResponse.json({ error: "unauthorized", error_description: "user is blocked" }, { status: 401 });
});

/** Sends one request straight to the handlers. */
export function ask(handlers: RequestHandler[]): Timed {
  let request: Request;
  return {
    prepare: () => {
      request = new Request(url, signIn);
    },
    run: () => getResponse(handlers, request),
  };
}
