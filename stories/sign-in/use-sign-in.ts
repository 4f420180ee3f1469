import type { Auth0Error } from "auth0-js";
import { useEffect, useState } from "react";
import { type Credentials, type Person, type SignIn, signIn as signInWithAuth0 } from "./api.ts";
import { type Message, messageFor } from "./messages.ts";
import { createReference } from "./reference.ts";

export interface SignInOptions {
  readonly onSignedIn: (person: Person) => void;
  /** Where a product would log what the person is not shown. */
  readonly onFailure?: (reference: string, error: Auth0Error) => void;
  /** After how many milliseconds without an answer the form says that it is still trying. */
  readonly patience?: number;
  readonly signIn?: SignIn;
}

export interface Failure {
  readonly message: Message;
  /** What support finds the attempt by. */
  readonly reference: string;
  /** The moment (in ms) from which trying again makes sense. */
  readonly waitUntil: number | undefined;
}

/** One attempt at a time: whether it runs, whether it takes long, and how the last one failed. */
export function useSignIn({ onSignedIn, onFailure, patience = 6000, signIn = signInWithAuth0 }: SignInOptions) {
  const [attempt, setAttempt] = useState<AbortController>();
  const [slow, setSlow] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  useEffect(() => {
    if (!attempt) return;
    const timer = setTimeout(() => setSlow(true), patience);
    return () => {
      clearTimeout(timer);
      setSlow(false);
      attempt.abort();
    };
  }, [attempt, patience]);

  function fail(message: Message, reference = createReference()) {
    const seconds = message.group === "wait" ? message.waitSeconds : undefined;
    const waitUntil = seconds && Date.now() + seconds * 1000;
    setFailure({ message, reference, waitUntil });
  }

  async function start(credentials: Credentials) {
    const controller = new AbortController();
    setFailure(undefined);
    setAttempt(controller);
    const outcome = await signIn(credentials, controller.signal);
    if (outcome.type === "cancelled") return;
    setAttempt(undefined);
    if (outcome.type === "signed-in") {
      onSignedIn(outcome.person);
      return;
    }
    const reference = createReference();
    fail(messageFor(outcome.error), reference);
    onFailure?.(reference, outcome.error);
  }

  return {
    running: attempt !== undefined,
    slow,
    failure,
    start,
    fail,
    forgive: () => setFailure(undefined),
    cancel: () => setAttempt(undefined),
  };
}
