import { inspect } from "node:util";
import type { Call, Scenario } from "auth0-msw";
import { canary } from "./arbitraries.ts";

/** A response with its body read. */
export interface Received {
  /** Whether it is a network error. */
  readonly failed: boolean;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Reads a response. */
export async function receive(response: Response): Promise<Received> {
  const failed = response.type === "error";
  const { status, headers } = response;
  return { failed, status, headers, text: failed ? "" : await response.text() };
}

/** The parts of a request that affect the expected response. */
export interface Sent {
  readonly method: string;
  readonly origin: string | null;
  /** Whether the request or the tenant contains a `{name}`, which a response can repeat. */
  readonly hasBraces: boolean;
  /** The headers that override those of the scenario, in lower case. Null when the tenant can set some. */
  readonly given: Readonly<Record<string, string>> | null;
}

/** Throws unless a response matches the scenario of its call in the catalog. */
export function checkAnswer(scenarios: readonly Scenario[], sent: Sent, received: Received, call: Call): void {
  const scenario = scenarios.find(({ id }) => id === call.scenario);
  if (!scenario) throw new Error(`The log has ${call.scenario}, which is not in the catalog.`);
  if (scenario.endpoint !== call.endpoint) throw new Error(`${scenario.id} answers at ${call.endpoint}.`);
  if (scenario.status === null) {
    expect(received.failed, true, "network error");
  } else {
    expect(received.failed, false, "network error");
    expect(received.status, scenario.status, "status");
    checkBody(scenario, sent, received);
    checkHeaders(scenario, sent, received);
  }
  checkLog(sent, received, call);
}

const bodiless = new Set([204, 205, 304]);

function checkBody(scenario: Scenario, { method }: Sent, { text, status }: Received): void {
  if (method === "HEAD" || bodiless.has(status)) return expect(text, "", "body");
  if (scenario.kind === "success") return checkSuccess(scenario, JSON.parse(text) as Record<string, unknown>);
  if (scenario.template === null && scenario.error === null) {
    return expectMatch(text, new RegExp(`^${literal(scenario.body ?? "")}$`, "s"), "body", scenario);
  }
  const body = JSON.parse(text) as Record<string, unknown>;
  expect(body["error"], scenario.error ?? undefined, "error");
  if (scenario.template === null) return expect("error_description" in body, false, "an error_description");
  expectMatch(String(body["error_description"]), pattern(scenario.template), "error_description", scenario);
}

function checkSuccess({ endpoint }: Scenario, body: Record<string, unknown>): void {
  if (endpoint === "oauth-ro") {
    expect(typeof body["access_token"], "string", "type of access_token");
    expect(String(body["token_type"]).toLowerCase(), "bearer", "token_type");
  } else {
    expect(typeof body["_id"], "string", "type of _id");
    expect("email" in body || "phone_number" in body, true, "an address");
  }
}

const single = new Set(["content-type", "cache-control", "access-control-allow-origin", "x-ratelimit-reset", "x-own"]);

function checkHeaders(scenario: Scenario, { origin, given, method }: Sent, { headers, text, status }: Received): void {
  for (const [name, value] of headers) {
    // A date contains a comma.
    if (single.has(name) && value.replace(/^[A-Z][a-z]{2}, /, "").includes(","))
      throw new Error(`The header ${name} was sent twice: ${value}`);
    if (/NaN|undefined|\[object/.test(value)) throw new Error(`The header ${name} is invalid: ${value}`);
  }
  if (!given) return expect(headers.has("access-control-allow-origin"), true, "access-control-allow-origin");
  for (const [name, value] of Object.entries(given)) expect(headers.get(name), value, name);
  if (!("access-control-allow-origin" in given)) checkCors(origin, headers);
  for (const [name, value] of Object.entries(scenario.headers)) {
    const key = name.toLowerCase();
    if (!(key in given)) expectMatch(headers.get(key) ?? "", pattern(value), key, scenario);
  }
  if (method === "HEAD" || bodiless.has(status) || "content-type" in given) return;
  if (isJson(text)) expect(headers.get("content-type"), "application/json; charset=utf-8", "content-type");
}

/** Throws unless a page of the origin can read the response. */
export function checkCors(origin: string | null, headers: Headers): void {
  expect(headers.get("access-control-allow-origin"), origin ?? "*", "access-control-allow-origin");
}

function checkLog({ hasBraces }: Sent, { headers, text, failed }: Received, call: Call): void {
  const line = JSON.stringify(call);
  for (const shown of [line, inspect(call), call.reason, JSON.stringify(call.body) ?? ""]) {
    if (shown.includes(canary)) throw new Error(`The log shows a secret: ${shown}`);
  }
  if (typeof call.reason !== "string") throw new Error("The log gives no reason.");
  const { request, response } = call;
  if (!failed && response?.status === undefined) throw new Error("The log has no response.");
  void request;
  if (hasBraces) return;
  for (const shown of [text, line, ...[...headers].map(([, value]) => value)]) {
    const [unfilled] = /\{[a-z]\w*\}/i.exec(shown) ?? [];
    if (unfilled !== undefined) throw new Error(`${unfilled} is not replaced in ${shown}`);
  }
}

/** Matches a text with any values for its placeholders. */
function pattern(template: string): RegExp {
  const parts = template.split(/\{[a-z]\w*\}/i).map(literal);
  return new RegExp(`^${parts.join(".*")}$`, "s");
}

function literal(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

function expect(actual: unknown, expected: unknown, what: string): void {
  if (Object.is(actual, expected)) return;
  throw new Error(`Wrong ${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}.`);
}

function expectMatch(actual: string, expected: RegExp, what: string, { id }: Scenario): void {
  if (expected.test(actual)) return;
  throw new Error(`Wrong ${what} of ${id}: expected ${expected}, got ${JSON.stringify(actual)}.`);
}
