import {
  Component,
  createContext,
  type ReactNode,
  type SubmitEvent,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { reactScreen } from "./react-screen.tsx";
import { codeOf, type Failure, type SeededScreen, sentenceFor, signIn, SignInError } from "./screen.ts";
import { useSignIn } from "./use-sign-in.ts";

// Screens in React, with small components of a design system as most teams have them.

function TextField(props: {
  readonly label: string;
  readonly name: string;
  readonly type: string;
  readonly error?: string | undefined;
  readonly focusOnError?: boolean;
}) {
  const { label, name, type, error, focusOnError = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error && focusOnError) input.current?.focus();
  }, [error, focusOnError]);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        name={name}
        type={type}
        aria-invalid={error !== undefined}
        aria-describedby={error && `${id}-error`}
      />
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function Button({ loading = false, disabled = false, children }: ButtonProps) {
  return (
    <button type="submit" className="button" disabled={disabled || loading}>
      {loading ? <span className="spinner" aria-label="Loading" /> : children}
    </button>
  );
}

interface ButtonProps {
  readonly loading?: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

function Alert({ children }: { readonly children: ReactNode }) {
  return (
    <div className="alert" role="alert">
      <svg aria-hidden="true" viewBox="0 0 16 16" />
      <div className="alert-body">{children}</div>
    </div>
  );
}

/** What most of the screens share: the fields, the button, and a link that is always there. */
function Form(props: {
  readonly onSubmit: (email: string, password: string) => unknown;
  readonly children?: ReactNode;
  readonly passwordError?: string | undefined;
  readonly focusOnError?: boolean;
  readonly loading?: boolean;
  readonly disabled?: boolean;
}) {
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    props.onSubmit(data.get("email") as string, data.get("password") as string);
  }
  return (
    <form className="card" onSubmit={submit} noValidate>
      <h1>Sign in</h1>
      <p>Welcome back. Enter your details.</p>
      {props.children}
      <TextField label="Email" name="email" type="email" />
      <TextField
        label="Password"
        name="password"
        type="password"
        error={props.passwordError}
        focusOnError={props.focusOnError ?? false}
      />
      <Button loading={props.loading ?? false} disabled={props.disabled ?? false}>
        Sign in
      </Button>
      <a href="/forgot">Forgot password?</a>
    </form>
  );
}

/** A form with one place for what it says. */
function withMessage(render: (error: unknown) => ReactNode) {
  return function SignInForm() {
    const { error, loading, submit } = useSignIn();
    return (
      <Form onSubmit={submit} loading={loading}>
        {error !== undefined && render(error)}
      </Form>
    );
  };
}

// Silent

/** A `switch` without a default. */
const OnlyKnownCodes = withMessage((error) => {
  switch (codeOf(error)) {
    case "invalid_user_password":
      return <Alert>That email and password don’t match.</Alert>;
    case "too_many_attempts":
      return <Alert>Too many attempts. Check your inbox to unblock your account.</Alert>;
    default:
      return null;
  }
});

/** Expects a body in every failure. */
const Throws = withMessage((error) => {
  const { body } = error as SignInError;
  return <Alert>{(body as Required<Failure>).error.length > 0 && sentenceFor(error)}</Alert>;
});

/** A spinner takes the place of the form, which comes back as it was. */
function ComesBack() {
  const [loading, setLoading] = useState(false);
  if (loading) return <div className="spinner" role="progressbar" />;
  return (
    <Form
      onSubmit={(email, password) => {
        setLoading(true);
        signIn(email, password).then(
          () => setLoading(false),
          () => setLoading(false),
        );
      }}
    />
  );
}

// Raw

const Description = withMessage((error) => (
  <Alert>{error instanceof SignInError ? error.body?.error_description : "Please try again."}</Alert>
));

const Exception = withMessage((error) => (
  <Alert>{error instanceof SignInError ? sentenceFor(error) : String(error)}</Alert>
));

const texts: Readonly<Record<string, string>> = { invalid_user_password: "That email and password don’t match." };
const MissingText = withMessage((error) => <Alert>{`We could not sign you in: ${texts[codeOf(error)]}`}</Alert>);

// Not announced

/** The text under the field is linked to it, but the focus stays on the button. */
function HelperText() {
  const { error, loading, submit } = useSignIn();
  const text = error === undefined ? undefined : sentenceFor(error);
  return <Form onSubmit={submit} loading={loading} passwordError={text} />;
}

/** The region comes together with its text. */
const LateRegion = withMessage((error) => (
  <div className="banner" aria-live="polite">
    {sentenceFor(error)}
  </div>
));

const Toasts = createContext<(text: string) => void>(() => {});

/** Toasts in a portal. */
function ToastProvider({ children, attributes }: { readonly children: ReactNode; readonly attributes: object }) {
  const [toast, setToast] = useState<string>();
  return (
    <Toasts value={setToast}>
      {children}
      {createPortal(
        <div className="toasts" {...attributes}>
          {toast && <div className="toast">{toast}</div>}
        </div>,
        document.body,
      )}
    </Toasts>
  );
}

function ToastForm() {
  const [loading, setLoading] = useState(false);
  const say = useContext(Toasts);
  return (
    <Form
      loading={loading}
      onSubmit={(email, password) => {
        setLoading(true);
        signIn(email, password)
          .catch((error: unknown) => say(sentenceFor(error)))
          .finally(() => setLoading(false));
      }}
    />
  );
}

const toastsWith = (attributes: object) =>
  function ToastPage() {
    return (
      <ToastProvider attributes={attributes}>
        <ToastForm />
      </ToastProvider>
    );
  };

// Dead ends

/** `setLoading(false)` is only where it succeeds. */
function StaysLoading() {
  const [loading, setLoading] = useState(false);
  const [text, setText] = useState<string>();
  async function submit(email: string, password: string) {
    setLoading(true);
    try {
      await signIn(email, password);
      setLoading(false);
    } catch (error) {
      setText(sentenceFor(error));
    }
  }
  return (
    <Form onSubmit={submit} loading={loading}>
      {text && <Alert>{text}</Alert>}
    </Form>
  );
}

/** The button waits for a change that the form never clears the error for. */
function DisabledByError() {
  const { error, loading, submit } = useSignIn();
  return (
    <Form onSubmit={submit} loading={loading} disabled={error !== undefined}>
      {error !== undefined && <Alert>{sentenceFor(error)}</Alert>}
    </Form>
  );
}

// One sentence for all

const SomethingWrong = withMessage(() => <Alert>Something went wrong. Please try again.</Alert>);

const ByStatus = withMessage((error) => (
  <Alert>
    {error instanceof SignInError && error.status < 500
      ? "Please check your email and password."
      : "Our servers have a problem. Please try again later."}
  </Alert>
));

// Correct

const Correct = withMessage((error) => <Alert>{sentenceFor(error)}</Alert>);

function CorrectStatus() {
  const { error, loading, submit } = useSignIn();
  return (
    <Form onSubmit={submit} loading={loading}>
      <p role="status">{error !== undefined && sentenceFor(error)}</p>
    </Form>
  );
}

function CorrectField() {
  const { error, loading, submit } = useSignIn();
  const text = error === undefined ? undefined : sentenceFor(error);
  return <Form onSubmit={submit} loading={loading} passwordError={text} focusOnError />;
}

/** The form comes back, with a message. */
function CorrectComesBack() {
  const { error, loading, submit } = useSignIn();
  if (loading) return <div className="spinner" role="progressbar" />;
  return <Form onSubmit={submit}>{error !== undefined && <Alert>{sentenceFor(error)}</Alert>}</Form>;
}

/** Another screen takes the place of the form, with a way to go on. */
function CorrectPage() {
  const { error, loading, submit } = useSignIn();
  if (error === undefined) return <Form onSubmit={submit} loading={loading} />;
  return (
    <section className="card">
      <Alert>
        <h1>That did not work</h1>
        <p>{sentenceFor(error)}</p>
      </Alert>
      <a href="/sign-in">Back to sign-in</a>
    </section>
  );
}

/** An error boundary shows the message. */
class Boundary extends Component<{ readonly children: ReactNode }, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <>
        <Alert>{sentenceFor(error)}</Alert>
        <button type="button" onClick={() => this.setState({ error: undefined })}>
          Try again
        </button>
      </>
    );
  }
}

function ThrowsForBoundary() {
  const { error, loading, submit } = useSignIn();
  if (error !== undefined) throw error as Error;
  return <Form onSubmit={submit} loading={loading} />;
}

function CorrectBoundary() {
  return (
    <Boundary>
      <ThrowsForBoundary />
    </Boundary>
  );
}

export const reactScreens: readonly SeededScreen[] = [
  reactScreen("React: only known codes", "silent", OnlyKnownCodes),
  reactScreen("React: expects a body, and throws", "silent", Throws),
  reactScreen("React: the form comes back as it was", "silent", ComesBack),
  reactScreen("React: the description", "raw", Description),
  reactScreen("React: an exception", "raw", Exception),
  reactScreen("React: a text that is missing", "raw", MissingText),
  reactScreen("React: helper text", "not announced", HelperText),
  reactScreen("React: a region that is late", "not announced", LateRegion),
  reactScreen("React: a toast", "not announced", toastsWith({})),
  reactScreen("React: stays loading", "dead end", StaysLoading),
  reactScreen("React: disabled by its error", "dead end", DisabledByError),
  reactScreen("React: something went wrong", "shared", SomethingWrong),
  reactScreen("React: by status", "shared", ByStatus),
  reactScreen("React: correct alert", "none", Correct),
  reactScreen("React: correct status", "none", CorrectStatus),
  reactScreen("React: correct field", "none", CorrectField),
  reactScreen("React: correct toast", "none", toastsWith({ role: "status" })),
  reactScreen("React: correct form that comes back", "none", CorrectComesBack),
  reactScreen("React: correct page", "none", CorrectPage),
  reactScreen("React: correct boundary", "none", CorrectBoundary),
];
