import type { Api, Person } from "./api.ts";
import { AttemptForm } from "./attempt-form.tsx";
import { Field } from "./field.tsx";
import { FormHeading } from "./form-heading.tsx";
import { links } from "./next-steps.tsx";
import { mistakeIn, whyNotByPassword } from "./password-messages.ts";
import { PasswordInput } from "./password-input.tsx";
import { type AttemptOptions, useAttempt } from "./use-attempt.ts";

export interface PasswordFormProps extends AttemptOptions {
  readonly api: Api;
  readonly onSignedIn: (person: Person) => void;
  readonly onUseCode: () => void;
  /** Whether it took the place of another form. */
  readonly arrived: boolean;
}

const doing = "Signing you in…";

export function PasswordForm({ api, onSignedIn, onUseCode, arrived, ...options }: PasswordFormProps) {
  const attempt = useAttempt(options);

  function submit(data: FormData) {
    const email = String(data.get("email")).trim();
    const password = String(data.get("password"));
    const mistake = mistakeIn(email, password);
    if (mistake) {
      attempt.fail(mistake);
      return;
    }
    void attempt.start({
      doing,
      request: (signal) => api.signIn({ email, password }, signal),
      whyNot: whyNotByPassword,
      onDone: onSignedIn,
    });
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
        {...attempt.field("email")}
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
    </AttemptForm>
  );
}
