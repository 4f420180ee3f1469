import Auth0Js6 from "auth0-js-6";
import Auth0Js7 from "auth0-js-7";
import { http, HttpResponse } from "msw";
import { afterEach, describe, expect, it } from "vitest";
import { serve } from "#host";
import { mockAuth0, type ScenarioId } from "../../src/index.ts";
import { recorded, sent } from "../helpers/on-the-wire.ts";
import { recordedRequests } from "../helpers/recorded-requests.ts";
import { auth0JsErrors } from "./recordings/auth0-js-errors.ts";
import { codeMarker } from "./recordings/recording.ts";

const domain = "demo.eu.auth0.com";
const auth0 = mockAuth0({ domain });
// Version 6 gets the user's profile from here after it has an id_token.
const tokenInfo = http.post(`https://${domain}/tokeninfo`, () =>
  HttpResponse.json({ user_id: "auth0|5f7c8ec7c33c6c004bbafe82" }, { headers: { "access-control-allow-origin": "*" } }),
);
serve([...auth0.handlers, tokenInfo]);
afterEach(() => auth0.reset());

/** The plain data that an error callback receives. */
type Received = Readonly<Record<string, unknown>>;

const password = {
  username: "ada@example.com",
  password: "correct-horse-battery",
  connection: "Username-Password-Authentication",
};
const authParams = { state: "k9grpHsTl1b0XcG5", scope: "openid profile" };
const ofAuth0Js = recordedRequests.filter(({ sdk }) => sdk === "auth0.js");

/** The error that a version makes from a JSON response. Versions 9 and 10 follow the rule of 8. */
function expectedError(version: string, id: ScenarioId, status: number | null, json: Received): Received {
  const { error, error_description: description } = json;
  if (Number.parseInt(version) >= 8) {
    return { code: error, description, statusCode: status, statusText: expect.any(String) };
  }
  if (id.startsWith("passwordless-start/")) return json;
  return { message: error, name: error, code: error, status, details: { ...json, code: error } };
}

const recordedErrors = auth0JsErrors.flatMap(({ received, ...answer }) =>
  received.flatMap(({ versions, error }) => versions.map((version) => ({ ...answer, version, error }))),
);

describe("for a recorded response", () => {
  it.each(recordedErrors)("$version, $id: the mock sends it byte for byte", async ({ version, id, status, body }) => {
    auth0.use(id);
    const response = await send(version, id).catch(() => null);
    expect(response?.status ?? null).toBe(status);
    expect((await response?.text()) ?? null).toBe(body);
  });

  it.each(recordedErrors.filter(({ body }) => body?.startsWith("{")))(
    "$version, $id: the recorded error follows the rule of the version",
    ({ version, id, status, body, error }) => {
      expect(error).toEqual(expectedError(version, id, status, JSON.parse(String(body))));
    },
  );
});

describe.each([
  ["6.8.4", Auth0Js6, ([, idToken]: Results) => idToken],
  ["7.6.1", Auth0Js7, ([result]: Results) => (result as Received)["idToken"]],
] as const)("auth0-js %s", (version, Sdk, idTokenIn) => {
  const sdk = new Sdk({ domain, clientID: "demo-client" });
  const withCallback = new Sdk({
    domain,
    clientID: "demo-client",
    callbackURL: "https://app.example.com/callback",
    callbackOnLocationHash: true,
  });

  // It calls /oauth/ro only without SSO and with a callback that has several parameters.
  const signIn = (options: object = {}): Promise<Results> =>
    resultsOf((done) =>
      sdk.login({ ...password, ...options, sso: false }, (error, result, idToken) => done(error, result, idToken)),
    );
  const verifyEmailCode = (code: string | undefined): Promise<Results> =>
    resultsOf((done) =>
      sdk.verifyEmailCode({ email: "ada@example.com", code }, (error, result, idToken) => done(error, result, idToken)),
    );
  const verifySMSCode = (code: string | undefined): Promise<Results> =>
    resultsOf((done) =>
      sdk.verifySMSCode({ phoneNumber: "+15555550100", code }, (error, result, idToken) =>
        done(error, result, idToken),
      ),
    );
  const requestEmailCode = (): Promise<Results> =>
    resultsOf((done) => sdk.requestEmailCode({ email: "ada@example.com" }, done));
  const requestSMSCode = (): Promise<Results> =>
    resultsOf((done) => sdk.requestSMSCode({ phoneNumber: "+15555550100" }, done));
  const requestMagicLink = (options: object = {}): Promise<Results> =>
    resultsOf((done) => withCallback.requestMagicLink({ email: "ada@example.com", ...options }, done));

  const calls: Readonly<Record<string, () => Promise<Results>>> = {
    login: () => signIn(),
    "login, offline_access": () => signIn({ scope: "openid offline_access" }),
    verifyEmailCode: () => verifyEmailCode(codeMarker),
    verifySMSCode: () => verifySMSCode(codeMarker),
    requestEmailCode,
    requestSMSCode,
    requestMagicLink: () => requestMagicLink(),
    "requestMagicLink, authParams": () => requestMagicLink({ authParams }),
  };
  const failureOf = (id: ScenarioId): Promise<Received> =>
    failed(id.startsWith("oauth-ro/") ? signIn() : requestEmailCode());

  it.each(auth0.failures().filter(({ error }) => error !== null))(
    "gets the code and description of $id",
    async ({ id, error, description, status }) => {
      auth0.use(id);
      const received = await failureOf(id);
      const json = (await auth0.calls().at(-1)?.response?.json()) as Received;
      expect(json).toMatchObject({ error, error_description: description });
      expect(received).toEqual(expectedError(version, id, status, json));
    },
  );

  it.each(recordedErrors.filter((each) => each.version === version))(
    "gets the recorded error of $id",
    async ({ id, error }) => {
      auth0.use(id);
      expect(await failureOf(id)).toEqual(error);
    },
  );

  it("signs in with a password", async () => {
    expect(idTokenIn(await signIn())).toBe(await idTokenSent());
  });

  it("signs in with a code sent by email", async () => {
    await requestEmailCode();
    const results = await verifyEmailCode(auth0.inbox.latest("ada@example.com")?.code);
    expect(idTokenIn(results)).toBe(await idTokenSent());
  });

  it("signs in with a code sent by SMS", async () => {
    await requestSMSCode();
    const results = await verifySMSCode(auth0.inbox.latest("+15555550100")?.code);
    expect(idTokenIn(results)).toBe(await idTokenSent());
  });

  it("gets the nested parameters in the link", async () => {
    await requestMagicLink({ authParams });
    const link = new URL(auth0.inbox.latest("ada@example.com")?.link ?? "about:blank");
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      redirect_uri: "https://app.example.com/callback",
      response_type: "token",
      ...authParams,
    });
  });

  it.each(ofAuth0Js.filter((each) => each.version === version))(
    "sends the recorded request: $call",
    async (recording) => {
      auth0.use("oauth-ro/success");
      auth0.use("passwordless-start/success");
      const call = calls[recording.call];
      if (!call) throw new Error(`${recording.call} is recorded but missing in calls.`);
      await call();
      expect(await sent(auth0.calls()[0]?.request, recording)).toEqual(recorded(recording));
    },
  );
});

async function idTokenSent(): Promise<unknown> {
  const tokens = (await auth0.calls("oauth-ro").at(-1)?.response?.json()) as Received | undefined;
  expect(tokens).toHaveProperty("id_token");
  return tokens?.["id_token"];
}

type Results = readonly unknown[];

function resultsOf(call: (done: (error: unknown, ...results: unknown[]) => void) => void): Promise<Results> {
  return new Promise((resolve, reject) => {
    call((error, ...results) => (error ? reject(error) : resolve(results)));
  });
}

/** Returns the failure as plain data, with its message, which is not enumerable. */
async function failed(results: Promise<Results>): Promise<Received> {
  return results.then(
    (value) => expect.fail(`succeeded: ${JSON.stringify(value)}`),
    (failure: unknown) => {
      const { stack: _, ...received } = Object.fromEntries(
        Object.getOwnPropertyNames(failure).map((name) => [name, (failure as Received)[name]]),
      );
      return received;
    },
  );
}

/** Sends the first recorded request of the version to the endpoint. */
async function send(version: string, id: ScenarioId): Promise<Response> {
  const recording = ofAuth0Js.find((each) => each.version === version && id.startsWith(endpointOf[each.path]));
  if (!recording) throw new Error(`No recording of auth0-js ${version} for ${id}.`);
  const { path, method, headers, body } = recording;
  return fetch(`https://${domain}${path}`, { method, headers, body });
}

const endpointOf = { "/oauth/ro": "oauth-ro/", "/passwordless/start": "passwordless-start/" };
