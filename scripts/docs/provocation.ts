import { type Endpoint, mockAuth0, type Scenario } from "auth0-msw";
import { codeSpan } from "./markdown.ts";

const { scenarios } = mockAuth0();

const jwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** The request that examples of the jwt-bearer grant change. */
const validJwtBearer: Readonly<Record<string, unknown>> = {
  client_id: "demo-client",
  grant_type: jwtBearer,
  id_token: "any.id.token",
  device: "my-phone",
  scope: "openid",
};

/** The changes to the valid request that provoke a scenario, as Markdown. */
export function provocation({ endpoint, kind, example }: Scenario): string {
  if (example === null) return "only when switched on";
  const { method, host, tenant, body } = example;
  if (kind === "success") return "the valid request";
  if (method !== "POST") return `any method except ${codeSpan("POST")}`;
  if (host !== undefined) return `the host ${codeSpan(host)}`;
  if (tenant !== undefined) return `the tenant ${codeSpan(inJs(tenant))}`;
  if (typeof body === "string") return `the body ${codeSpan(body)}`;
  const changes = Object.entries(changesOf({ endpoint, example })).map(([name, value]) =>
    value === undefined ? `no ${codeSpan(name)}` : codeSpan(`${name}: ${inJs(value)}`),
  );
  return [...(body?.["grant_type"] === jwtBearer ? ["the jwt-bearer grant"] : []), ...changes].join(", ");
}

/** The properties that an example changes in the valid request. Undefined means that it leaves one out. */
export function changesOf({ endpoint, example }: Pick<Scenario, "endpoint" | "example">): Record<string, unknown> {
  const body = example?.body;
  if (typeof body !== "object" || body === null) return {};
  const valid = body["grant_type"] === jwtBearer ? validJwtBearer : validRequest(endpoint);
  const isSame = ([name, value]: readonly [string, unknown]) => JSON.stringify(value) === JSON.stringify(valid[name]);
  const changed = Object.entries(body).filter((property) => !isSame(property));
  const omitted = Object.keys(valid).filter((name) => !(name in body));
  return Object.fromEntries([...changed, ...omitted.map((name) => [name, undefined] as const)]);
}

/** The body of the request that succeeds at an endpoint. */
export function validRequest(endpoint: Endpoint): Readonly<Record<string, unknown>> {
  const body = scenarios.find(({ id }) => id === `${endpoint}/success`)?.example?.body;
  if (typeof body !== "object" || body === null)
    throw new Error(`${endpoint}/success has no example with a JSON body.`);
  return body;
}

function inJs(value: unknown): string {
  return JSON.stringify(value, null, 1)
    .replaceAll(/\n\s*/g, " ")
    .replaceAll(/"(\w+)":/g, "$1:")
    .replaceAll("[ ", "[")
    .replaceAll(" ]", "]");
}
