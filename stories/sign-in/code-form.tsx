import { type ComponentProps, useLayoutEffect, useRef, useState } from "react";
import type { Api, Person, Recipient } from "./api.ts";
import { AttemptForm, clock } from "./attempt-form.tsx";
import { Field } from "./field.tsx";
import { FormHeading } from "./form-heading.tsx";
import { mistakeInCode, whyNotByCode, whyNotSentAgain } from "./passwordless-messages.ts";
import { type AttemptOptions, useAttempt } from "./use-attempt.ts";
import { useSecondsUntil } from "./use-seconds-until.ts";

interface CodeFormProps extends AttemptOptions {
  readonly api: Api;
  /** Where the code was sent. */
  readonly to: Recipient;
  readonly resendAfter: number;
  readonly onSignedIn: (person: Person) => void;
  readonly onOtherAddress: () => void;
  readonly onUseEmail: () => void;
  readonly onUsePassword: () => void;
}

const doing = "Signing you in…";

/** Signs in with a code that was sent, and sends another one. */
export function CodeForm(props: CodeFormProps) {
  const { api, to, resendAfter, onSignedIn, onOtherAddress, onUseEmail, onUsePassword, ...options } = props;
  const attempt = useAttempt(options);
  const [sentAt, setSentAt] = useState(Date.now);
  const [sentAgain, setSentAgain] = useState(false);
  const secondsLeft = useSecondsUntil(sentAt + resendAfter * 1000);

  function submit(data: FormData) {
    const code = String(data.get("code"));
    const mistake = mistakeInCode(code);
    setSentAgain(false);
    if (mistake) {
      attempt.fail(mistake);
      return;
    }
    void attempt.start({
      doing,
      request: (signal) => api.signInWithCode(code, to, signal),
      whyNot: whyNotByCode,
      onDone: onSignedIn,
    });
  }

  function sendAgain() {
    if (attempt.unavailable || secondsLeft > 0) return;
    setSentAgain(false);
    void attempt.start({
      doing: "Sending you a new code…",
      request: (signal) => api.send("code", to, signal),
      whyNot: (error) => whyNotSentAgain(error, to),
      onDone: () => {
        setSentAt(Date.now());
        setSentAgain(true);
      },
    });
  }

  return (
    <AttemptForm
      attempt={attempt}
      action="Sign in"
      doing={doing}
      takes={{ "use-password": onUsePassword, "use-email": onUseEmail }}
      onSubmit={submit}
      heading={
        // The input takes the focus.
        <FormHeading title="Enter your code" arrived={false}>
          {sentAgain ? "A new one is on its way to " : "We’ve sent six digits to "}
          <strong>{to.address}</strong>.
        </FormHeading>
      }
      after={
        <div className="after">
          <button
            type="button"
            className="link"
            aria-disabled={attempt.unavailable || secondsLeft > 0}
            onClick={sendAgain}
          >
            {secondsLeft > 0 ? `Send a new code in ${clock(secondsLeft)}` : "Send a new code"}
          </button>
          <button type="button" className="link" onClick={onOtherAddress}>
            {to.connection === "sms" ? "Use another number" : "Use another address"}
          </button>
        </div>
      }
    >
      <p role="status" className="only-heard">
        {sentAgain && "A new code is on its way."}
      </p>
      <Field {...attempt.field("code")} label="Code" as={CodeInput} autoComplete="one-time-code" inputMode="numeric" />
    </AttemptForm>
  );
}

/** The code in what is typed or pasted, such as "123 456" or "Your code is 123456." */
function codeIn(text: string): string {
  const [whole = text] = /\d(?:[ -]?\d){5}/.exec(text) ?? [];
  return whole.replaceAll(/\D/g, "");
}

/** Keeps the digits alone. */
function CodeInput({ onInput, ...props }: ComponentProps<"input">) {
  const input = useRef<HTMLInputElement>(null);

  // The form before is gone, and with it what had the focus.
  useLayoutEffect(() => input.current?.focus(), []);

  return (
    <input
      {...props}
      ref={input}
      className="code"
      onInput={(event) => {
        const { value } = event.currentTarget;
        const digits = codeIn(value);
        if (digits !== value) event.currentTarget.value = digits;
        onInput?.(event);
      }}
    />
  );
}
