import { type Auth0Error, WebAuth } from "auth0-js";
import { decodeJwt } from "jose";

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Who has signed in, from the claims of the id token. */
export interface Person {
  readonly name: string;
  readonly email: string;
}

export type Outcome =
  | { readonly type: "signed-in"; readonly person: Person }
  | { readonly type: "failed"; readonly error: Auth0Error }
  | { readonly type: "cancelled" };

export type SignIn = (credentials: Credentials, signal: AbortSignal) => Promise<Outcome>;

const { client } = new WebAuth({ domain: "demo.eu.auth0.com", clientID: "demo-client" });

/** Signs in with email and password; resolves also when the service refuses and when the signal cancels. */
export const signIn: SignIn = ({ email, password }, signal) =>
  new Promise((resolve) => {
    const request: unknown = client.loginWithResourceOwner(
      {
        username: email,
        password,
        connection: "Username-Password-Authentication",
        scope: "openid profile email",
      },
      (error, result: Tokens) =>
        resolve(error ? { type: "failed", error } : { type: "signed-in", person: personFrom(result.idToken) }),
    );
    signal.addEventListener("abort", () => {
      (request as Abortable).abort();
      resolve({ type: "cancelled" });
    });
  });

interface Tokens {
  readonly idToken: string;
}

// What the SDK returns beside calling back; its types leave it out.
interface Abortable {
  abort(): void;
}

interface Claims {
  readonly email: string;
  readonly name?: string;
  readonly given_name?: string;
}

function personFrom(idToken: string): Person {
  const claims = decodeJwt<Claims>(idToken);
  return { name: claims.given_name ?? claims.name ?? claims.email, email: claims.email };
}
