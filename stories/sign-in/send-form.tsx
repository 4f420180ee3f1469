import { type RefObject, useRef, useState } from "react";
import type { Api, Recipient, Sent } from "./api.ts";
import { AttemptForm } from "./attempt-form.tsx";
import { Field } from "./field.tsx";
import { FormHeading } from "./form-heading.tsx";
import { mistakeInAddress, whyNotSent } from "./passwordless-messages.ts";
import { type AttemptOptions, useAttempt } from "./use-attempt.ts";

interface SendFormProps extends AttemptOptions {
  readonly api: Api;
  /** The recipient to fill in. */
  readonly to: Recipient;
  readonly onSent: (sent: Sent) => void;
  readonly onUsePassword: () => void;
  /** Whether the form replaced another one. */
  readonly arrived: boolean;
}

const fields = { email: ["email"], sms: ["phone"] } as const;

/** Asks where to send a code or a link, and sends it. */
export function SendForm({ api, to: initial, onSent, onUsePassword, arrived, ...options }: SendFormProps) {
  const firstOption = useRef<HTMLInputElement>(null);
  const [connection, setConnection] = useState(initial.connection);
  const attempt = useAttempt(options, fields[connection]);
  const [wantsLink, setWantsLink] = useState(false);
  const what = wantsLink && connection === "email" ? "link" : "code";
  const doing = `Sending you a ${what}…`;
  const address = initial.connection === connection ? initial.address : "";

  function select(selected: Recipient["connection"]) {
    attempt.cancel();
    attempt.clearFailure();
    setConnection(selected);
  }

  function submit(data: FormData) {
    const to = readRecipient(connection, data);
    const mistake = mistakeInAddress(to);
    if (mistake) {
      attempt.fail(mistake);
      return;
    }
    void attempt.start({
      doing,
      request: (signal) => api.send(what, to, signal),
      whyNot: (error) => whyNotSent(error, to),
      onDone: () => onSent({ what, to }),
    });
  }

  function useEmail() {
    select("email");
    firstOption.current?.focus();
  }

  const takes = { "use-password": onUsePassword, "use-email": useEmail };
  return (
    <AttemptForm
      attempt={attempt}
      action={`${connection === "sms" ? "Text" : "Email"} me a ${what}`}
      doing={doing}
      takes={takes}
      onSubmit={submit}
      heading={
        <FormHeading title="Sign in without a password" arrived={arrived}>
          We’ll send you a {what} to sign in with.
        </FormHeading>
      }
      after={
        <>
          {connection === "email" && (
            <p className="after">
              <button type="button" className="link" onClick={() => setWantsLink(!wantsLink)}>
                Send me a {wantsLink ? "code" : "link"} instead
              </button>
            </p>
          )}
          <p className="or">or</p>
          <button type="button" className="button button-plain" onClick={onUsePassword}>
            Use your password
          </button>
        </>
      }
    >
      <ConnectionSelect first={firstOption} selected={connection} onSelect={select} />
      {connection === "email" ? (
        <Field
          key="email"
          {...attempt.field("email")}
          label="Email address"
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={address}
          takes={takes}
        />
      ) : (
        <Field
          key="phone"
          {...attempt.field("phone")}
          label="Phone number"
          hint="With your country code, such as +1 555 555 0100."
          type="tel"
          autoComplete="tel"
          defaultValue={address}
          takes={takes}
        />
      )}
    </AttemptForm>
  );
}

function readRecipient(connection: Recipient["connection"], data: FormData): Recipient {
  if (connection === "email") return { connection, address: String(data.get("email")).trim() };
  // Separators between digits have no meaning.
  return { connection, address: String(data.get("phone")).replaceAll(/[\s().-]/g, "") };
}

const connections = [
  { connection: "email", label: "Email" },
  { connection: "sms", label: "Text message" },
] as const;

interface ConnectionSelectProps {
  readonly first: RefObject<HTMLInputElement | null>;
  readonly selected: Recipient["connection"];
  readonly onSelect: (selected: Recipient["connection"]) => void;
}

function ConnectionSelect({ first, selected, onSelect }: ConnectionSelectProps) {
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">How to send it</legend>
      {connections.map(({ connection, label }) => (
        <label key={connection}>
          <input
            ref={connection === "email" ? first : undefined}
            type="radio"
            name="connection"
            value={connection}
            checked={connection === selected}
            onChange={() => onSelect(connection)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
