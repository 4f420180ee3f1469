import { transports, serve } from "#host";
import { type Endpoint, mockAuth0, type Scenario } from "auth0-msw";
import { afterEach, describe, expect, test } from "vitest";
import type { WireAnswer } from "../host/wire.ts";
import { fromExample, json, valid } from "../helpers/requests.ts";

const auth0 = mockAuth0();

/** One mock, with its own domain, for each example that needs a special tenant. */
const withTenant = new Map(
  auth0.scenarios
    .filter((scenario) => scenario.example?.tenant)
    .map(({ id, example }) => {
      const domain = `${id.replace("/", "-")}.auth0.com`;
      return [id, { domain, auth0: mockAuth0({ domain, tenant: example?.tenant ?? {} }) }] as const;
    }),
);

serve([...[...withTenant.values()].flatMap((one) => one.auth0.handlers), ...auth0.handlers]);
afterEach(() => {
  auth0.reset();
  for (const own of withTenant.values()) own.auth0.reset();
});

describe.each(Object.entries(transports))("through %s", (_name, send) => {
  const withStatus = auth0.scenarios.filter(({ status }) => status !== null);

  test.each(withStatus)("$id, switched on by name", async (scenario) => {
    auth0.use(scenario.id);
    const answer = await send(valid(scenario.endpoint));
    expectAnswer(answer, scenario);
    expect(auth0.calls()).toMatchObject([{ scenario: scenario.id, reason: "use" }]);
  });

  test.each(auth0.scenarios.filter(({ example }) => example))(
    "$id, provoked by its example request",
    async (scenario) => {
      const { example, id } = scenario;
      if (!example) throw new Error("No example.");
      const own = withTenant.get(id);
      const answer = await send(fromExample(own ? { ...example, host: own.domain } : example));
      expect((own?.auth0 ?? auth0).calls()).toMatchObject([{ scenario: id }]);
      expectAnswer(answer, scenario);
    },
  );

  test.each(["oauth-ro", "passwordless-start"] as const)("%s/network-error rejects the request", async (endpoint) => {
    auth0.use(`${endpoint}/network-error`);
    await expect(send(valid(endpoint))).rejects.toThrow();
    expect(auth0.calls()).toMatchObject([{ scenario: `${endpoint}/network-error` }]);
  });

  test.each(["oauth-ro", "passwordless-start"] as const)(
    "%s/no-response waits until it is switched off",
    async (endpoint) => {
      auth0.use(`${endpoint}/no-response`);
      const pending = send(valid(endpoint));
      const failure = expect(pending).rejects.toThrow();
      const call = await auth0.waitForCall(endpoint);
      expect(call.response).toBeNull();

      auth0.use(`${endpoint}/live`);
      await failure;
      expect((await send(valid(endpoint))).status).toBe(200);
    },
  );
});

function expectAnswer(answer: WireAnswer, scenario: Scenario): void {
  expect(answer.status).toBe(scenario.status);
  for (const [name, value] of Object.entries(scenario.headers)) expectHeader(answer.headers[name], value, scenario);
  if (scenario.kind === "success") return expectSuccess(answer, scenario.endpoint);
  if (scenario.error !== null) expect(answer.headers).toMatchObject(jsonHeaders);
  expect(answer.body).toBe(scenario.body);
}

const jsonHeaders = { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache" };

function expectHeader(actual: string | undefined, written: string, { params }: Scenario): void {
  if (!written.startsWith("{")) return expect(actual).toBe(written);
  const param = params[written.slice(1, -1)];
  expect(Number(actual), written).toBeGreaterThanOrEqual(0);
  if (typeof param?.default === "object") expect(Number(actual)).toBeGreaterThan(Date.now() / 1000);
}

function expectSuccess(answer: WireAnswer, endpoint: Endpoint): void {
  expect(answer.headers).toMatchObject(jsonHeaders);
  expect(json(answer)).toEqual(
    endpoint === "oauth-ro"
      ? {
          access_token: expect.stringMatching(/^[\dA-Za-z]{32}$/),
          token_type: "Bearer",
          expires_in: 86_400,
          id_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
          scope: "openid",
        }
      : { _id: expect.stringMatching(/^[\da-f]{24}$/), email: "ada@example.com", email_verified: true },
  );
}
