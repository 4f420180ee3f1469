import * as auth0Js10 from "auth0-js";
import * as auth0Js9 from "auth0-js-9/dist/auth0.min.esm.js";
import { afterEach, describe, expect, it } from "vitest";
import { serve } from "#host";
import { mockAuth0, type ScenarioId } from "../../src/index.ts";
import { recorded, sent } from "../helpers/on-the-wire.ts";
import { recordedRequests } from "../helpers/recorded-requests.ts";
import { codeMarker } from "./recordings/recording.ts";

const domain = "demo.eu.auth0.com";
const auth0 = mockAuth0({ domain });
serve(auth0.handlers);
afterEach(() => auth0.reset());

/** The error that auth0-js passes to a callback. */
interface Failure {
  readonly code: unknown;
  readonly description: unknown;
  readonly statusCode?: number;
  readonly original: { readonly response?: { readonly headers: Readonly<Record<string, string>> } };
}

type Result = Readonly<Record<string, unknown>>;
type Call = (options: object, callback: (error: Failure | null, result: Result) => void) => void;

/** The part of auth0-js that is used here. In its own types half of it is deprecated. */
interface Authentication {
  readonly loginWithResourceOwner: Call;
  readonly passwordless: { readonly start: Call };
}
interface Sdk {
  readonly Authentication: new (options: object) => Authentication;
  readonly WebAuth: new (options: object) => { readonly client: Authentication; readonly passwordlessStart: Call };
}

const versions: readonly (readonly [string, Sdk])[] = [
  ["10.2.1", auth0Js10 as unknown as Sdk],
  ["9.32.0", auth0Js9 as unknown as Sdk],
];

const password = {
  username: "ada@example.com",
  password: "correct-horse-battery",
  connection: "Username-Password-Authentication",
};
const emailLink = { connection: "email", send: "link", email: "ada@example.com" };

/** For a failure without a body or with an HTML page, auth0-js uses the status as the code. */
const brokenServer = {
  code: 500,
  description: null,
  statusCode: 500,
  statusText: "Internal Server Error",
  name: "Error",
};
const brokenGateway = { code: 502, description: null, statusCode: 502, statusText: "Bad Gateway", name: "Error" };
/** A network error and a CORS error look the same: no code and no status. */
const brokenConnection = { code: null, description: null, name: "Error" };

const errorsWithoutCode: Readonly<Record<string, object>> = {
  "oauth-ro/internal-server-error": brokenServer,
  "oauth-ro/bad-gateway": brokenGateway,
  "oauth-ro/network-error": brokenConnection,
  "passwordless-start/internal-server-error": brokenServer,
  "passwordless-start/bad-gateway": brokenGateway,
  "passwordless-start/network-error": brokenConnection,
};
const withoutError = auth0.scenarios.filter(
  ({ id, kind, error }) => error === null && kind !== "success" && !id.endsWith("/no-response"),
);

describe.each(versions)("auth0-js %s", (version, { Authentication, WebAuth }) => {
  const web = new WebAuth({
    domain,
    clientID: "demo-client",
    responseType: "token id_token",
    redirectUri: "https://app.example.com/callback",
    scope: "openid",
  });
  const bare = new Authentication({ domain, clientID: "demo-client" });

  const signIn = (options: object = password) =>
    resultOf((callback) => web.client.loginWithResourceOwner({ ...options }, callback));
  const start = (options: object = emailLink) =>
    resultOf((callback) => web.passwordlessStart({ ...options }, callback));
  const failureOf = (id: ScenarioId) => failed(id.startsWith("oauth-ro/") ? signIn() : start());

  it.each(auth0.failures().filter(({ error }) => error !== null))(
    "gets the code and description of $id",
    async ({ id, error, description, status }) => {
      auth0.use(id);
      const { original: _, ...received } = await failureOf(id);
      expect(received).toEqual({ code: error, description, statusCode: status, statusText: expect.any(String) });
    },
  );

  it.each(withoutError)("gets an error for $id", async ({ id }) => {
    auth0.use(id);
    const { original: _, ...received } = await failureOf(id);
    expect(received).toEqual(errorsWithoutCode[id]);
  });

  it.each(["oauth-ro/no-response", "passwordless-start/no-response"] as const)(
    "gets no response for %s until the reset",
    async (id) => {
      auth0.use(id);
      const failure = failureOf(id);
      await auth0.waitForCall(id.startsWith("oauth-ro/") ? "oauth-ro" : "passwordless-start");
      await expect(Promise.race([failure, pause(100)])).resolves.toBe("pending");
      auth0.reset();
      const { original: _, ...received } = await failure;
      expect(received).toEqual(brokenConnection);
    },
  );

  it("gets the retry-after header", async () => {
    auth0.use("oauth-ro/too-many-requests", { params: { retryAfter: 7 } });
    const { original } = await failureOf("oauth-ro/too-many-requests");
    expect(original.response?.headers).toMatchObject({ "retry-after": "7", "x-ratelimit-remaining": "0" });
  });

  it("signs in with a password", async () => {
    expect(await signIn()).toMatchObject({
      accessToken: expect.any(String),
      idToken: expect.any(String),
      tokenType: "Bearer",
    });
  });

  it("signs in with a code sent by email", async () => {
    expect(await start({ ...emailLink, send: "code" })).toMatchObject({ email: "ada@example.com" });
    const code = auth0.inbox.latest("ada@example.com")?.code;
    const tokens = await signIn({ username: "ada@example.com", password: code, connection: "email" });
    expect(tokens).toMatchObject({ idToken: expect.any(String) });
  });

  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    loginWithResourceOwner: () => signIn(),
    "loginWithResourceOwner, device": () =>
      signIn({ ...password, scope: "openid offline_access", device: "my-browser" }),
    "loginWithResourceOwner, email code": () =>
      resultOf((callback) =>
        bare.loginWithResourceOwner(
          { username: "ada@example.com", password: codeMarker, connection: "email" },
          callback,
        ),
      ),
    "loginWithResourceOwner, sms code": () =>
      resultOf((callback) =>
        bare.loginWithResourceOwner(
          { username: "+15555550100", password: codeMarker, connection: "sms", scope: "openid" },
          callback,
        ),
      ),
    "passwordless.start, email code": () =>
      resultOf((callback) => bare.passwordless.start({ ...emailLink, send: "code" }, callback)),
    "passwordless.start, sms code": () =>
      resultOf((callback) =>
        bare.passwordless.start(
          { connection: "sms", send: "code", phoneNumber: "+15555550100", xRequestLanguage: "fr" },
          callback,
        ),
      ),
    "passwordlessStart, email link": () =>
      start({
        ...emailLink,
        authParams: { state: "k9grpHsTl1b0XcG5.63z-P_R0~fq.g2b", nonce: "5NTA8Lj9UqoixBTklfPQHtBRlLLEFOw4" },
      }),
  };
  const recordings = recordedRequests.filter((each) => each.sdk === "auth0.js" && each.version === version);

  it.each(recordings)("sends the recorded request: $call", async (recording) => {
    auth0.use("oauth-ro/success");
    auth0.use("passwordless-start/success");
    await calls[recording.call]?.();
    expect(await sent(auth0.calls()[0]?.request, recording)).toEqual(recorded(recording));
  });
});

function resultOf(call: (callback: (error: Failure | null, result: Result) => void) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    call((error, result) => (error ? reject(error) : resolve(result)));
  });
}

async function failed(result: Promise<Result>): Promise<Failure> {
  return result.then(
    (value) => expect.fail(`succeeded: ${JSON.stringify(value)}`),
    (failure: Failure) => failure,
  );
}

function pause(ms: number): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, "pending");
  });
}
