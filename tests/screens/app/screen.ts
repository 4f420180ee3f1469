import type { Verdict } from "../../../src/screen/verdict.ts";

/** One sign-in screen, and the fault that it has. */
export interface SeededScreen {
  readonly name: string;
  /** The verdict that at least one failure must get. `shared`: one sentence for failures with different remedies. */
  readonly fault: Exclude<Verdict, "says" | "unseen"> | "shared" | "none";
  /** Puts the screen into an element. Returns a function that removes it. */
  readonly mount: (root: HTMLElement) => () => void;
  /** How often the user signs in, with the same failure each time. One by default. */
  readonly attempts?: number;
  /** For how many milliseconds nothing may change until the screen counts as ready. */
  readonly quietFor?: number;
}

/** The body of a failure. */
export interface Failure {
  readonly error?: string;
  readonly error_description?: string;
}

/** A response that is not a success. */
export class SignInError extends Error {
  readonly status: number;
  readonly body: Failure | undefined;

  constructor(status: number, body: Failure | undefined) {
    super(`Sign-in failed with ${status}`);
    this.name = "SignInError";
    this.status = status;
    this.body = body;
  }
}

/** Is told when a screen has its answer. */
export const answers: EventTarget = new EventTarget();

/** Signs in. Rejects with a `SignInError`, or as `fetch` does. */
export async function signIn(email: string, password: string): Promise<void> {
  try {
    await send(email, password);
  } finally {
    answers.dispatchEvent(new Event("answer"));
  }
}

async function send(email: string, password: string): Promise<void> {
  const response = await fetch("https://demo.eu.auth0.com/oauth/ro", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_id: "demo-client",
      connection: "Username-Password-Authentication",
      grant_type: "password",
      scope: "openid",
      username: email,
      password,
    }),
  });
  if (response.ok) return;
  const body = await response.json().catch(() => undefined);
  throw new SignInError(response.status, body as Failure | undefined);
}

const sentences: Readonly<Record<string, string>> = {
  invalid_user_password: "That email and password don’t match.",
  unauthorized: "Your account is blocked. Ask your administrator to unblock it.",
  too_many_attempts: "Too many attempts. Check your inbox to unblock your account.",
  password_leaked: "This password was leaked elsewhere. Choose a new password.",
};

/** The sentence of a correct screen. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof SignInError)) return "We can’t reach the server. Check your connection.";
  return sentences[codeOf(error)] ?? "Sign-in is out of order. Please come back in a few minutes.";
}

/** The error code of a failure, or an empty string. */
export function codeOf(error: unknown): string {
  return (error instanceof SignInError && error.body?.error) || "";
}
