import { type ReactNode, type SubmitEvent, useLayoutEffect, useRef } from "react";
import { Notice } from "./notice.tsx";
import type { Takes } from "./next-steps.tsx";
import type { Attempt } from "./use-attempt.ts";

interface AttemptFormProps {
  readonly attempt: Attempt;
  /** Content above the fields. */
  readonly heading: ReactNode;
  /** The fields. */
  readonly children?: ReactNode;
  /** The label of the button. */
  readonly action: string;
  /** The status message while the action of the button runs. */
  readonly doing: string;
  /** Content below the button. */
  readonly after: ReactNode;
  /** Shows the button as a secondary action. */
  readonly plain?: boolean;
  /** Disables the button because it is too early. */
  readonly early?: boolean;
  readonly takes?: Takes;
  readonly onSubmit: (data: FormData) => void;
}

/** A form for one attempt: its error, one button, and its status. */
export function AttemptForm({
  attempt,
  heading,
  children,
  action,
  doing,
  after,
  plain = false,
  early = false,
  takes,
  onSubmit,
}: AttemptFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  const { failure, slow, secondsLeft } = attempt;
  const unavailable = attempt.unavailable || early;
  const message = failure?.message;
  const isRetry = failure?.doing === doing && message?.next.includes("try-again");
  const isRunning = attempt.doing !== undefined;

  useLayoutEffect(() => {
    if (!message) return;
    if (message.group === "field") {
      const input = form.current?.elements.namedItem(message.field) as HTMLInputElement;
      input.focus();
      input.select();
    } else if (document.activeElement === document.body) {
      // The focused field may have been removed.
      submitButton.current?.focus();
    }
  }, [message]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!unavailable) onSubmit(new FormData(event.currentTarget));
  }

  function giveUp() {
    attempt.cancel();
    submitButton.current?.focus();
  }

  return (
    <form ref={form} className="form" onSubmit={submit} noValidate>
      {heading}
      {children}
      {message && message.group !== "field" && <Notice message={message} reference={failure.reference} takes={takes} />}

      <button
        ref={submitButton}
        type="submit"
        className={plain ? "button button-plain" : "button"}
        data-running={attempt.doing === doing}
        aria-disabled={unavailable}
      >
        <span>{secondsLeft > 0 ? `Try again in ${clock(secondsLeft)}` : isRetry ? "Try again" : action}</span>
      </button>

      <div className={slow ? "after" : "visually-hidden"}>
        <p role="status">
          {isRunning && (slow ? "Still trying. This is taking a while." : attempt.doing)}
          {failure?.waitUntil && secondsLeft === 0 && "You can try again now."}
        </p>
        {slow && (
          <button type="button" className="link" onClick={giveUp}>
            Cancel
          </button>
        )}
      </div>
      {after}
    </form>
  );
}

/** Minutes and seconds, such as 1:05. */
export function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
