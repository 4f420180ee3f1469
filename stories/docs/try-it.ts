import { mockAuth0, type Example, type Scenario } from "auth0-msw";
import { getResponse } from "msw";

/** The response, and the reason for it. */
export interface Outcome {
  /** The status line, or a sentence when there is no response. */
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly reason: string;
}

const origin = "https://demo.eu.auth0.com";

/** Forces a scenario: sends a valid request after `auth0.use(id)`. */
export function force({ id, endpoint }: Scenario): Promise<Outcome> {
  const valid = mockAuth0().scenarios.find((scenario) => scenario.id === `${endpoint}/success`)?.example;
  return send(valid ?? null, id);
}

/** Sends the request that makes the live tenant answer with the scenario. */
export function provoke({ example }: Scenario): Promise<Outcome> {
  return send(example);
}

async function send(example: Example | null, id?: Scenario["id"]): Promise<Outcome> {
  if (!example) throw new TypeError("No request provokes this scenario. It can only be forced.");
  const { method, host, path, headers, body, tenant = {} } = example;
  const auth0 = mockAuth0({ tenant });
  if (id) auth0.use(id);
  const request = new Request((host ? `https://${host}` : origin) + path, {
    method,
    headers,
    body: typeof body === "object" ? JSON.stringify(body) : body,
  });
  const pending = getResponse(auth0.handlers, request);
  const { endpoint } = auth0.scenarios.find((scenario) => scenario.example?.path === path) ?? { endpoint: "oauth-ro" };
  const call = await auth0.waitForCall(endpoint);
  if (call.response === null) {
    auth0.reset();
    await pending;
    return { line: "No response: the request stays pending", headers: {}, body: "", reason: call.reason };
  }
  const response = await pending;
  if (!response || response.type === "error") {
    return { line: "The request failed with a network error", headers: {}, body: "", reason: call.reason };
  }
  return {
    line: `HTTP ${response.status}`,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !name.startsWith("access-control-"))),
    body: await response.text(),
    reason: call.reason,
  };
}
