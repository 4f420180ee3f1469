import { getResponse, http, HttpResponse, type RequestHandler } from "msw";
import type { Timed } from "./harness.ts";

export const url = "https://demo.eu.auth0.com/oauth/ro";

/** A sign-in that the demo tenant refuses as `byHand` does. */
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

/** What one writes without this package: a handler that reads the JSON body and answers the same. */
export const byHand: RequestHandler = http.post(url, async ({ request }) => {
  await request.json();
  return HttpResponse.json({ error: "unauthorized", error_description: "user is blocked" }, { status: 401 });
});

/** One request through the handlers alone. */
export function ask(handlers: RequestHandler[]): Timed {
  let request: Request;
  return {
    prepare: () => {
      request = new Request(url, signIn);
    },
    run: () => getResponse(handlers, request),
  };
}
