import { type Auth0Error, WebAuth } from "auth0-js";
import { decodeJwt } from "jose";

/** The user who has signed in. */
export interface Person {
  readonly name: string;
  /** The email address or phone number of the account. */
  readonly account: string;
  /** The token that signs in on this device next time. */
  readonly idToken: string;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** The code of the second step, if there is one. */
  readonly code?: string;
}

/** The recipient of a code or a link: the connection, and the email address or phone number. */
export interface Recipient {
  readonly connection: "email" | "sms";
  readonly address: string;
}

/** What was sent, and to which recipient. */
export interface Sent {
  readonly what: "code" | "link";
  readonly to: Recipient;
}

export type Outcome<Result> =
  | { readonly type: "done"; readonly result: Result }
  | { readonly type: "failed"; readonly error: Auth0Error }
  | { readonly type: "cancelled" };

/** The requests of the forms. Each call also resolves when it fails and when the signal cancels it. */
export interface Api {
  signIn(credentials: Credentials, signal: AbortSignal): Promise<Outcome<Person>>;
  send(what: "code" | "link", to: Recipient, signal: AbortSignal): Promise<Outcome<unknown>>;
  signInWithCode(code: string, sentTo: Recipient, signal: AbortSignal): Promise<Outcome<Person>>;
  signInOnThisDevice(idToken: string, signal: AbortSignal): Promise<Outcome<Person>>;
}

const clientID = "demo-client";
const database = "Username-Password-Authentication";
const scope = "openid profile email phone";

export function createApi(domain: string): Api {
  const auth0 = new WebAuth({ domain, clientID, redirectUri: location.origin, responseType: "token id_token" });

  function signInAs(username: string, password: string, connection: string, signal: AbortSignal) {
    return callSdk<Tokens>(signal, (answer) =>
      auth0.client.loginWithResourceOwner({ username, password, connection, scope }, answer),
    ).then((outcome) => withPerson(outcome, ({ idToken }) => idToken));
  }

  return {
    signIn({ email, password, code }, signal) {
      if (code === undefined) return signInAs(email, password, database, signal);
      const withCode = { grant_type: "password", username: email, password, connection: database, mfa_code: code };
      return signInBy(domain, withCode, signal);
    },
    send: (what, { connection, address }, signal) =>
      callSdk(signal, (answer) => {
        const to = connection === "sms" ? { phoneNumber: address } : { email: address };
        return auth0.passwordlessStart({ connection, send: what, ...to }, answer);
      }),
    signInWithCode: (code, { connection, address }, signal) => signInAs(address, code, connection, signal),
    signInOnThisDevice(idToken, signal) {
      const grant_type = "urn:ietf:params:oauth:grant-type:jwt-bearer";
      return signInBy(domain, { grant_type, id_token: idToken, device: "browser" }, signal);
    },
  };
}

interface Tokens {
  readonly idToken: string;
}

type Answer<Result> = (error: Auth0Error | null, result: Result) => void;

function callSdk<Result>(signal: AbortSignal, call: (answer: Answer<Result>) => unknown): Promise<Outcome<Result>> {
  return new Promise((resolve) => {
    // The SDK also returns the request, which is missing in its types.
    const request = call((error, result) => resolve(error ? { type: "failed", error } : { type: "done", result })) as {
      abort(): void;
    };
    signal.addEventListener("abort", () => {
      request.abort();
      resolve({ type: "cancelled" });
    });
  });
}

type Body = Readonly<Record<string, string>>;

// The SDK has no method for the jwt-bearer grant, and its method for passwords does not send mfa_code.
async function signInBy(domain: string, parameters: Body, signal: AbortSignal): Promise<Outcome<Person>> {
  try {
    const response = await fetch(`https://${domain}/oauth/ro`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ client_id: clientID, scope, ...parameters }),
      signal,
    });
    const body = await readJson(response);
    if (response.ok) return withPerson({ type: "done", result: body }, ({ id_token = "" }) => id_token);
    return { type: "failed", error: toAuth0Error(response, body) };
  } catch {
    return signal.aborted ? { type: "cancelled" } : { type: "failed", error: { error: "" } };
  }
}

async function readJson(response: Response): Promise<Body> {
  try {
    return (await response.json()) as Body;
  } catch {
    return {};
  }
}

function toAuth0Error({ status, headers }: Response, body: Body): Auth0Error {
  return {
    error: "",
    code: body["error"],
    description: body["error_description"],
    statusCode: status,
    original: { response: { headers: Object.fromEntries(headers) } },
  };
}

function withPerson<Result>(outcome: Outcome<Result>, idTokenOf: (result: Result) => string): Outcome<Person> {
  return outcome.type === "done" ? { type: "done", result: personFrom(idTokenOf(outcome.result)) } : outcome;
}

interface Claims {
  readonly email?: string;
  readonly phone_number?: string;
  readonly name?: string;
  readonly given_name?: string;
}

function personFrom(idToken: string): Person {
  const { email, phone_number, name, given_name } = decodeJwt<Claims>(idToken);
  const account = email ?? phone_number ?? "";
  return { name: given_name ?? name ?? account, account, idToken };
}
