import Alert from "@mui/material/Alert";
import Backdrop from "@mui/material/Backdrop";
import CircularProgress from "@mui/material/CircularProgress";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import Button from "@mui/material/Button";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import Icon from "@mui/material/Icon";
import InputLabel from "@mui/material/InputLabel";
import OutlinedInput from "@mui/material/OutlinedInput";
import Paper from "@mui/material/Paper";
import Snackbar from "@mui/material/Snackbar";
import Typography from "@mui/material/Typography";
import { useEffect, useRef, useState } from "react";
import { reactScreen } from "../react-screen.tsx";
import { codeOf, type SeededScreen, sentenceFor, signIn, SignInError } from "../screen.ts";
import { useSignIn } from "../use-sign-in.ts";
import { SignInForm, withMessage } from "./sign-in-form.tsx";

// Silent

/** A spinner covers the page while it waits. Then it is gone, and that is all. */
function OnlyBackdrop() {
  const { loading, submit } = useSignIn();
  return (
    <>
      <SignInForm onSubmit={submit} />
      <Backdrop open={loading}>
        <CircularProgress aria-label="Signing in" />
      </Backdrop>
    </>
  );
}

const texts: Readonly<Record<string, string>> = { invalid_user_password: "That email and password don’t match." };

/** The space keeps the height of the form as it is. */
function HelperTextOfOneSpace() {
  const { error, loading, submit } = useSignIn();
  return (
    <SignInForm
      onSubmit={submit}
      loading={loading}
      passwordError={error === undefined ? undefined : (texts[codeOf(error)] ?? " ")}
    />
  );
}

const OnlyIcon = withMessage(() => <Icon color="error">error_outline</Icon>);

// Raw

const Message = withMessage((error) => <Alert severity="error">{(error as Error).message}</Alert>);

function JsonInDialog() {
  const { error, loading, submit } = useSignIn();
  const [isClosed, setIsClosed] = useState(false);
  return (
    <>
      <SignInForm onSubmit={submit} loading={loading} />
      <Dialog open={error !== undefined && !isClosed} onClose={() => setIsClosed(true)} aria-labelledby="error-title">
        <DialogTitle id="error-title">Please tell our support</DialogTitle>
        <DialogContent>
          <pre>{JSON.stringify(error)}</pre>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setIsClosed(true)}>Close</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

const DescriptionInSnackbar = withMessage((error) => (
  <Snackbar
    open
    message={error instanceof SignInError ? (error.body?.error_description ?? "Try again.") : "No connection."}
  />
));

// Not announced

/** The field is described by its helper text, but the focus stays on the button. */
function HelperText() {
  const { error, loading, submit } = useSignIn();
  const text = error === undefined ? undefined : sentenceFor(error);
  return <SignInForm onSubmit={submit} loading={loading} passwordError={text} />;
}

/** The field gets the focus, but nothing links it to its helper text. */
function HelperTextWithoutLink() {
  const { error, loading, submit } = useSignIn();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error !== undefined) input.current?.focus();
  }, [error]);
  return (
    <SignInForm
      onSubmit={submit}
      loading={loading}
      password={
        <FormControl fullWidth required error={error !== undefined}>
          <InputLabel htmlFor="password">Password</InputLabel>
          <OutlinedInput id="password" name="password" type="password" label="Password" inputRef={input} />
          {error !== undefined && <FormHelperText>{sentenceFor(error)}</FormHelperText>}
        </FormControl>
      }
    />
  );
}

/** Content of its own has no role: only the message of a Snackbar and an Alert have one. */
const SnackbarOfPaper = withMessage((error) => (
  <Snackbar open autoHideDuration={6000}>
    <Paper elevation={6} sx={{ p: 2 }}>
      <Typography>{sentenceFor(error)}</Typography>
    </Paper>
  </Snackbar>
));

/** The dialog was there all the time. While the button is disabled, it takes the focus. */
function RedTextInDialog() {
  const { error, loading, submit } = useSignIn();
  return (
    <Dialog open aria-label="Sign in">
      <DialogContent>
        <SignInForm onSubmit={submit} loading={loading}>
          {error !== undefined && <Typography color="error">{sentenceFor(error)}</Typography>}
        </SignInForm>
      </DialogContent>
    </Dialog>
  );
}

/** The dialog hides everything outside of it from assistive technology, the message too. */
function SnackbarBehindDialog() {
  const { error, loading, submit } = useSignIn();
  return (
    <>
      <Dialog open aria-label="Sign in">
        <DialogContent>
          <SignInForm onSubmit={submit} loading={loading} />
        </DialogContent>
      </Dialog>
      <Snackbar open={error !== undefined} message={sentenceFor(error)} />
    </>
  );
}

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
    <SignInForm onSubmit={submit} loading={loading}>
      {text && <Alert severity="error">{text}</Alert>}
    </SignInForm>
  );
}

/** It has no button, and ignores Escape. */
function DialogWithoutWayOut() {
  const { error, loading, submit } = useSignIn();
  return (
    <>
      <SignInForm onSubmit={submit} loading={loading} />
      <Dialog open={error !== undefined} aria-labelledby="blocked-title" aria-describedby="blocked-text">
        <DialogTitle id="blocked-title">We could not sign you in</DialogTitle>
        <DialogContent>
          <DialogContentText id="blocked-text">{sentenceFor(error)}</DialogContentText>
        </DialogContent>
      </Dialog>
    </>
  );
}

/** To close the alert does not enable the button. */
function AlertToClose() {
  const { error, loading, submit } = useSignIn();
  const [isClosed, setIsClosed] = useState(false);
  return (
    <SignInForm onSubmit={submit} loading={loading} disabled={error !== undefined}>
      {error !== undefined && !isClosed && (
        <Alert severity="error" onClose={() => setIsClosed(true)}>
          {sentenceFor(error)}
        </Alert>
      )}
    </SignInForm>
  );
}

/** The alert takes the place of the button. */
function AlertForButton() {
  const { error, loading, submit } = useSignIn();
  return (
    <SignInForm
      onSubmit={submit}
      loading={loading}
      button={error === undefined ? undefined : <Alert severity="error">{sentenceFor(error)}</Alert>}
    />
  );
}

// One sentence for all

const SomethingWrong = withMessage(() => <Snackbar open message="Something went wrong. Please try again." />);

export const faultyScreens: readonly SeededScreen[] = [
  reactScreen("MUI: only a backdrop", "silent", OnlyBackdrop),
  reactScreen("MUI: a helper text of one space", "silent", HelperTextOfOneSpace),
  reactScreen("MUI: only an icon", "silent", OnlyIcon),
  reactScreen("MUI: the message of the error", "raw", Message),
  reactScreen("MUI: JSON in a dialog", "raw", JsonInDialog),
  reactScreen("MUI: the description in a snackbar", "raw", DescriptionInSnackbar),
  reactScreen("MUI: a helper text", "not announced", HelperText),
  reactScreen("MUI: a helper text without a link to its field", "not announced", HelperTextWithoutLink),
  reactScreen("MUI: a snackbar with content of its own", "not announced", SnackbarOfPaper),
  // MUI looks at the focus every 50 ms.
  reactScreen("MUI: a red text in the dialog of the form", "not announced", RedTextInDialog, { quietFor: 120 }),
  reactScreen("MUI: a snackbar behind the dialog of the form", "not announced", SnackbarBehindDialog),
  reactScreen("MUI: stays loading", "dead end", StaysLoading),
  reactScreen("MUI: a dialog without a way out", "dead end", DialogWithoutWayOut),
  reactScreen("MUI: an alert that can only be closed", "dead end", AlertToClose),
  reactScreen("MUI: an alert in place of the button", "dead end", AlertForButton),
  reactScreen("MUI: something went wrong", "shared", SomethingWrong),
];
