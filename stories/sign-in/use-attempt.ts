import type { Auth0Error } from "auth0-js";
import { useEffect, useMemo, useState } from "react";
import type { Outcome } from "./api.ts";
import { type Field, fitInto, type Message } from "./message.ts";
import { createReference } from "./reference.ts";
import { useSecondsUntil } from "./use-seconds-until.ts";

export interface AttemptOptions {
  /** Called with each failure, so that a product can log what it does not show. */
  readonly onFailure?: (reference: string, error: Auth0Error) => void;
  /** The time in milliseconds after which the form says that it is still trying. */
  readonly patience?: number;
}

/** A request of a form. */
export interface AttemptRequest<Result> {
  /** The status message while the request is pending. */
  readonly doing: string;
  readonly request: (signal: AbortSignal) => Promise<Outcome<Result>>;
  readonly whyNot: (error: Auth0Error) => Message;
  readonly onDone: (result: Result) => void;
}

interface Failure {
  readonly doing: string | undefined;
  readonly message: Message;
  /** The reference that support finds this attempt by. */
  readonly reference: string;
  /** The time (in ms) from which the user can try again. */
  readonly waitUntil: number | undefined;
}

export type Attempt = ReturnType<typeof useAttempt>;

/**
 * Runs one attempt at a time in a form with these fields, and returns its status and the last failure. Pass the
 * same `fields` array on each render.
 */
export function useAttempt({ onFailure, patience = 6000 }: AttemptOptions, fields: readonly Field[]) {
  const [running, setRunning] = useState<{ readonly doing: string; readonly controller: AbortController }>();
  const [slow, setSlow] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const secondsLeft = useSecondsUntil(failure?.waitUntil);
  const shown = useMemo(() => failure && { ...failure, message: fitInto(fields, failure.message) }, [failure, fields]);

  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setSlow(true), patience);
    return () => {
      clearTimeout(timer);
      setSlow(false);
      running.controller.abort();
    };
  }, [running, patience]);

  function fail(message: Message, doing?: string, reference = createReference()) {
    const seconds = message.group === "wait" ? message.waitSeconds : undefined;
    const waitUntil = seconds && Date.now() + seconds * 1000;
    setFailure({ doing, message, reference, waitUntil });
  }

  async function start<Result>({ doing, request, whyNot, onDone }: AttemptRequest<Result>) {
    const controller = new AbortController();
    setFailure(undefined);
    setRunning({ doing, controller });
    const outcome = await request(controller.signal);
    if (outcome.type === "cancelled") return;
    setRunning(undefined);
    if (outcome.type === "done") {
      onDone(outcome.result);
      return;
    }
    const reference = createReference();
    fail(whyNot(outcome.error), doing, reference);
    onFailure?.(reference, outcome.error);
  }

  function clearFailure() {
    setFailure(undefined);
  }

  /** Returns the props of an input. */
  function field(name: Field) {
    const message = shown?.message;
    const own = message?.group === "field" && message.field === name ? message : undefined;
    return { name, message: own, readOnly: running !== undefined, onInput: own && clearFailure };
  }

  return {
    doing: running?.doing,
    slow,
    failure: shown,
    secondsLeft,
    unavailable: running !== undefined || secondsLeft > 0,
    start,
    fail,
    clearFailure,
    field,
    cancel: () => setRunning(undefined),
  };
}
