import { useState } from "react";
import type { Api, Person } from "./api.ts";
import { AttemptForm } from "./attempt-form.tsx";
import { CodeInput } from "./code-input.tsx";
import { Field } from "./field.tsx";
import { FormHeading } from "./form-heading.tsx";
import { links } from "./next-steps.tsx";
import { mistakeIn, secondStepIn, whyNotByPassword } from "./password-messages.ts";
import { PasswordInput } from "./password-input.tsx";
import { type AttemptOptions, useAttempt } from "./use-attempt.ts";

export interface PasswordFormProps extends AttemptOptions {
  readonly api: Api;
  readonly onSignedIn: (person: Person) => void;
  readonly onUseCode: () => void;
  /** Whether the form replaced another one. */
  readonly arrived: boolean;
}

const fields = ["email", "password"] as const;
const fieldsWithCode = [...fields, "code"] as const;
const doing = "Signing you in…";

/** Signs in with an email address and a password, and with a code when the account has a second step. */
export function PasswordForm({ api, onSignedIn, onUseCode, arrived, ...options }: PasswordFormProps) {
  const [hasSecondStep, setHasSecondStep] = useState(false);
  const attempt = useAttempt(options, hasSecondStep ? fieldsWithCode : fields);
  const emailField = attempt.field("email");

  function submit(data: FormData) {
    const email = String(data.get("email")).trim();
    const password = String(data.get("password"));
    const credentials = { email, password, ...(hasSecondStep && { code: String(data.get("code")) }) };
    const mistake = mistakeIn(credentials);
    if (mistake) {
      attempt.fail(mistake);
      return;
    }
    void attempt.start({
      doing,
      request: (signal) => api.signIn(credentials, signal),
      whyNot: (error) => {
        setHasSecondStep((known) => secondStepIn(error) ?? known);
        return whyNotByPassword(error);
      },
      onDone: onSignedIn,
    });
  }

  /** Another account may have no second step. */
  function forgetSecondStep() {
    setHasSecondStep(false);
    attempt.clearFailure();
  }

  return (
    <AttemptForm
      attempt={attempt}
      action="Sign in"
      doing={doing}
      takes={{ "use-code": onUseCode }}
      onSubmit={submit}
      heading={
        <FormHeading title="Welcome back" arrived={arrived}>
          Sign in to pick up where you left off.
        </FormHeading>
      }
      after={
        <>
          <p className="or">or</p>
          <button type="button" className="button button-plain" onClick={onUseCode}>
            Sign in with a code
          </button>
          <p className="after quiet">
            New to Tarn? <a href="#create-account">Create an account</a>
          </p>
        </>
      }
    >
      <Field
        {...emailField}
        onInput={hasSecondStep ? forgetSecondStep : emailField.onInput}
        label="Email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Field
        {...attempt.field("password")}
        label="Password"
        aside={<a href={links["reset-password"].href}>Forgot it?</a>}
        as={PasswordInput}
        autoComplete="current-password"
      />
      {hasSecondStep && (
        <Field
          {...attempt.field("code")}
          label="Code"
          hint="The six digits that your authenticator app shows."
          as={CodeInput}
        />
      )}
    </AttemptForm>
  );
}
