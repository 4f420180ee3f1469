import type { Auth0Error } from "auth0-js";
import { useEffect, useMemo, useState } from "react";
import type { Outcome } from "./api.ts";
import { type Field, fitInto, type Message } from "./message.ts";
import { createReference } from "./reference.ts";
import { useSecondsUntil } from "./use-seconds-until.ts";

export interface AttemptOptions {
  /** Where a product would log what the person is not shown. */
  readonly onFailure?: (reference: string, error: Auth0Error) => void;
  /** After how many milliseconds without an answer the form says that it is still trying. */
  readonly patience?: number;
}

/** Something that a form asks for. */
export interface Ask<Result> {
  /** What it is, as the person hears while they wait. */
  readonly doing: string;
  readonly request: (signal: AbortSignal) => Promise<Outcome<Result>>;
  readonly whyNot: (error: Auth0Error) => Message;
  readonly onDone: (result: Result) => void;
}

interface Failure {
  readonly doing: string | undefined;
  readonly message: Message;
  /** What support finds the attempt by. */
  readonly reference: string;
  /** The moment (in ms) from which trying again makes sense. */
  readonly waitUntil: number | undefined;
}

export type Attempt = ReturnType<typeof useAttempt>;

/**
 * One attempt at a time: whether it runs, whether it takes long, and how the last one failed, in a form with
 * these fields (the same array each time).
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

  async function start<Result>({ doing, request, whyNot, onDone }: Ask<Result>) {
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

  function forgive() {
    setFailure(undefined);
  }

  /** What an input of the form needs to know. */
  function field(name: Field) {
    const message = shown?.message;
    const own = message?.group === "field" && message.field === name ? message : undefined;
    return { name, message: own, readOnly: running !== undefined, onInput: own && forgive };
  }

  return {
    doing: running?.doing,
    slow,
    failure: shown,
    secondsLeft,
    unavailable: running !== undefined || secondsLeft > 0,
    start,
    fail,
    forgive,
    field,
    cancel: () => setRunning(undefined),
  };
}
