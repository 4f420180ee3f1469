import { mockAuth0, type Example, type Scenario } from "auth0-msw";
import { getResponse } from "msw";

/** What came back, and why. */
export interface Outcome {
  /** As a person reads it: a status line, or what happened instead. */
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly reason: string;
}

const origin = "https://demo.eu.auth0.com";

/** Asks for a scenario by its name: what `auth0.use(id)` makes of the next request. */
export function answerByName({ id, endpoint }: Scenario): Promise<Outcome> {
  const valid = mockAuth0().scenarios.find((scenario) => scenario.id === `${endpoint}/success`)?.example;
  return ask(valid ?? null, id);
}

/** Sends the request that makes the live tenant answer so. */
export function provoke({ example }: Scenario): Promise<Outcome> {
  return ask(example);
}

async function ask(example: Example | null, id?: Scenario["id"]): Promise<Outcome> {
  if (!example) throw new TypeError("No request provokes this scenario: it only comes by its name.");
  const { method, host, path, headers, body, tenant = {} } = example;
  const auth0 = mockAuth0({ tenant });
  if (id) auth0.use(id);
  const request = new Request((host ? `https://${host}` : origin) + path, {
    method,
    headers,
    body: typeof body === "object" ? JSON.stringify(body) : body,
  });
  const answering = getResponse(auth0.handlers, request);
  const { endpoint } = auth0.scenarios.find((scenario) => scenario.example?.path === path) ?? { endpoint: "oauth-ro" };
  const call = await auth0.waitForCall(endpoint);
  if (call.response === null) {
    auth0.reset();
    await answering;
    return { line: "No answer, and none would ever come", headers: {}, body: "", reason: call.reason };
  }
  const response = await answering;
  if (!response || response.type === "error") {
    return { line: "The request failed: a network error", headers: {}, body: "", reason: call.reason };
  }
  return {
    line: `HTTP ${response.status}`,
    headers: Object.fromEntries([...response.headers].filter(([name]) => !name.startsWith("access-control-"))),
    body: await response.text(),
    reason: call.reason,
  };
}
