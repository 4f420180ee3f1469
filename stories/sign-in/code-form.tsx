import { useLayoutEffect, useRef, useState } from "react";
import type { Api, Person, Recipient } from "./api.ts";
import { AttemptForm, clock } from "./attempt-form.tsx";
import { CodeInput } from "./code-input.tsx";
import { Field } from "./field.tsx";
import { FormHeading } from "./form-heading.tsx";
import { isCodeOver, mistakeInCode, whyNotByCode, whyNotSentAgain } from "./passwordless-messages.ts";
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

const fields = ["code"] as const;
const doing = "Signing you in…";

/** Signs in with a code, and can send a new one. */
export function CodeForm(props: CodeFormProps) {
  const { api, to, resendAfter, onSignedIn, onOtherAddress, onUseEmail, onUsePassword, ...options } = props;
  const attempt = useAttempt(options, fields);
  const input = useRef<HTMLInputElement>(null);
  const [sentAt, setSentAt] = useState(Date.now);
  const [sentAgain, setSentAgain] = useState(false);
  const secondsLeft = useSecondsUntil(sentAt + resendAfter * 1000);
  const isOver = isCodeOver(attempt.failure?.message);
  const isEarly = secondsLeft > 0 && !isOver;

  // The previous form is gone, and the focus with it.
  useLayoutEffect(() => input.current?.focus(), []);

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
    if (attempt.unavailable || isEarly) return;
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

  function replace() {
    if (input.current) {
      input.current.value = "";
      // The pressed button disappears with its message.
      input.current.focus();
    }
    sendAgain();
  }

  const takes = { "use-password": onUsePassword, "use-email": onUseEmail, "send-new-code": replace };
  return (
    <AttemptForm
      attempt={attempt}
      action="Sign in"
      doing={doing}
      takes={takes}
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
          {!isOver && (
            <button type="button" className="link" aria-disabled={attempt.unavailable || isEarly} onClick={sendAgain}>
              {isEarly ? `Send a new code in ${clock(secondsLeft)}` : "Send a new code"}
            </button>
          )}
          <button type="button" className="link" onClick={onOtherAddress}>
            {to.connection === "sms" ? "Use another number" : "Use another address"}
          </button>
        </div>
      }
    >
      <p role="status" className="visually-hidden">
        {sentAgain && "A new code is on its way."}
      </p>
      <Field {...attempt.field("code")} label="Code" as={CodeInput} ref={input} takes={takes} />
    </AttemptForm>
  );
}
