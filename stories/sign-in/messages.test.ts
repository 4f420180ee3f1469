import type { Auth0Error } from "auth0-js";
import { mockAuth0 } from "auth0-msw";
import { getResponse } from "msw";
import { describe, expect, it } from "vitest";
import { messageFor } from "./messages.ts";

const auth0 = mockAuth0();
const unlucky = auth0.scenarios.filter(
  ({ endpoint, kind, id }) => endpoint === "oauth-ro" && kind !== "success" && id !== "oauth-ro/no-response",
);

describe.each(unlucky)("$id", ({ id, error }) => {
  it("is told in words of our own", async () => {
    const { description, said } = await signIn(id);
    expect(said).not.toMatch(/[_{}<>]|undefined|null|\d{3}/);
    if (error) expect(said).not.toContain(error);
    if (description) expect(said).not.toContain(description);
  });

  it("comes with a next step", async () => {
    const { message } = await signIn(id);
    expect(message.next.length).toBeGreaterThan(0);
  });
});

it("asks for as long a wait as the service does", async () => {
  const { message } = await signIn("oauth-ro/too-many-requests");
  expect(message).toMatchObject({ group: "wait", waitSeconds: 30 });
});

async function signIn(id: (typeof unlucky)[number]["id"]) {
  auth0.use(id);
  const request = new Request("https://demo.eu.auth0.com/oauth/ro", { method: "POST" });
  const response = await getResponse(auth0.handlers, request);
  const error = await asAuth0JsHasIt(response);
  const message = messageFor(error);
  const said = "title" in message ? `${message.title} ${message.text}` : message.text;
  return { message, said, description: error.description };
}

// auth0-js itself needs a browser: there, the stories go through it.
async function asAuth0JsHasIt(response: Response | undefined): Promise<Auth0Error> {
  if (!response?.status) return { error: "" };
  const { status, headers } = response;
  const json = headers.get("content-type")?.includes("json");
  const body = json ? ((await response.json()) as Record<string, string>) : {};
  return {
    error: "",
    code: body["error"],
    description: body["error_description"],
    statusCode: status,
    original: { response: { headers: Object.fromEntries(headers) } },
  };
}
