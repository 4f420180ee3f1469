import { type SubmitEvent, useLayoutEffect, useRef } from "react";
import { Field } from "./field.tsx";
import { links } from "./links.ts";
import { emailMalformed, emailMissing, type Field as FieldName, type Message, passwordMissing } from "./messages.ts";
import { Notice } from "./notice.tsx";
import { PasswordInput } from "./password-input.tsx";
import { useSecondsUntil } from "./use-seconds-until.ts";
import { type SignInOptions, useSignIn } from "./use-sign-in.ts";

export function SignInForm(options: SignInOptions) {
  const form = useRef<HTMLFormElement>(null);
  const { running, slow, failure, start, fail, forgive, cancel } = useSignIn(options);
  const message = failure?.message;
  const secondsLeft = useSecondsUntil(failure?.waitUntil);
  const unavailable = running || secondsLeft > 0;

  useLayoutEffect(() => {
    if (message?.group !== "field") return;
    const input = form.current?.elements.namedItem(message.field) as HTMLInputElement;
    input.focus();
    input.select();
  }, [message]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (unavailable) return;
    const data = new FormData(event.currentTarget);
    const email = String(data.get("email")).trim();
    const password = String(data.get("password"));
    const mistake = mistakeIn(email, password);
    if (mistake) fail(mistake);
    else void start({ email, password });
  }

  function giveUp() {
    cancel();
    form.current?.querySelector<HTMLButtonElement>("[type=submit]")?.focus();
  }

  function about(name: FieldName) {
    const own = message?.group === "field" && message.field === name ? message : undefined;
    return { name, message: own, readOnly: running, onInput: own && forgive };
  }

  return (
    <form ref={form} className="form" onSubmit={submit} noValidate>
      <hgroup>
        <h1>Welcome back</h1>
        <p className="quiet">Sign in to pick up where you left off.</p>
      </hgroup>

      <Field
        {...about("email")}
        label="Email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Field
        {...about("password")}
        label="Password"
        aside={<a href={links["reset-password"].href}>Forgot it?</a>}
        as={PasswordInput}
        autoComplete="current-password"
      />

      {message && message.group !== "field" && <Notice message={message} reference={failure.reference} />}

      <button type="submit" className="button" data-running={running} aria-disabled={unavailable}>
        <span>{buttonLabel(message, secondsLeft)}</span>
      </button>

      <div className="after">
        <p role="status" className={slow ? undefined : "only-heard"}>
          {running && (slow ? "Still trying. This is taking a while." : "Signing you in…")}
          {failure?.waitUntil && secondsLeft === 0 && "You can try again now."}
        </p>
        {slow ? (
          <button type="button" className="link" onClick={giveUp}>
            Cancel
          </button>
        ) : (
          <p className="quiet">
            New to Tarn? <a href="#create-account">Create an account</a>
          </p>
        )}
      </div>
    </form>
  );
}

function mistakeIn(email: string, password: string): Message | undefined {
  if (!email) return emailMissing;
  if (!/.@./.test(email)) return emailMalformed;
  return password ? undefined : passwordMissing;
}

function buttonLabel(message: Message | undefined, secondsLeft: number): string {
  if (secondsLeft > 0) {
    const minutes = Math.floor(secondsLeft / 60);
    return `Try again in ${minutes}:${String(secondsLeft % 60).padStart(2, "0")}`;
  }
  return message?.next.includes("try-again") ? "Try again" : "Sign in";
}
