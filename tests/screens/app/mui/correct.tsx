import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Backdrop from "@mui/material/Backdrop";
import Button from "@mui/material/Button";
import CircularProgress from "@mui/material/CircularProgress";
import Collapse from "@mui/material/Collapse";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogContentText from "@mui/material/DialogContentText";
import DialogTitle from "@mui/material/DialogTitle";
import FormControl from "@mui/material/FormControl";
import FormHelperText from "@mui/material/FormHelperText";
import Icon from "@mui/material/Icon";
import InputLabel from "@mui/material/InputLabel";
import OutlinedInput from "@mui/material/OutlinedInput";
import Snackbar from "@mui/material/Snackbar";
import TextField from "@mui/material/TextField";
import { useEffect, useRef, useState } from "react";
import { reactScreen } from "../react-screen.tsx";
import { type SeededScreen, sentenceFor, signIn } from "../screen.ts";
import { useSignIn } from "../use-sign-in.ts";
import { SignInForm, withMessage } from "./sign-in-form.tsx";

const InAlert = withMessage((error) => (
  <Alert severity="error" icon={<Icon>error_outline</Icon>}>
    <AlertTitle>We could not sign you in</AlertTitle>
    {sentenceFor(error)}
  </Alert>
));

/** The alert unfolds, and can be closed. */
function InCollapse() {
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  async function submit(email: string, password: string) {
    setOpen(false);
    try {
      await signIn(email, password);
    } catch (error) {
      setText(sentenceFor(error));
      setOpen(true);
    }
  }
  return (
    <SignInForm onSubmit={submit}>
      <Collapse in={open} unmountOnExit>
        <Alert severity="error" onClose={() => setOpen(false)}>
          {text}
        </Alert>
      </Collapse>
    </SignInForm>
  );
}

/** One snackbar after the other, each with a key of its own. It leaves after some time. */
function inSnackbar(autoHideDuration: number) {
  return function SignIn() {
    const [snackbar, setSnackbar] = useState<{ readonly key: number; readonly text: string }>();
    const [open, setOpen] = useState(false);
    function submit(email: string, password: string) {
      signIn(email, password).catch((error: unknown) => {
        setSnackbar((last) => ({ key: (last?.key ?? 0) + 1, text: sentenceFor(error) }));
        setOpen(true);
      });
    }
    return (
      <>
        <SignInForm onSubmit={submit} />
        <Snackbar
          key={snackbar?.key}
          open={open}
          autoHideDuration={autoHideDuration}
          onClose={(_event, reason) => reason !== "clickaway" && setOpen(false)}
        >
          <Alert severity="error" variant="filled" onClose={() => setOpen(false)}>
            {snackbar?.text}
          </Alert>
        </Snackbar>
      </>
    );
  };
}

function InDialog() {
  const { error, loading, submit } = useSignIn();
  const [isClosed, setIsClosed] = useState(false);
  return (
    <>
      <SignInForm onSubmit={submit} loading={loading} />
      <Dialog
        open={error !== undefined && !isClosed}
        onClose={() => setIsClosed(true)}
        aria-labelledby="error-title"
        aria-describedby="error-text"
      >
        <DialogTitle id="error-title">We could not sign you in</DialogTitle>
        <DialogContent>
          <DialogContentText id="error-text">{sentenceFor(error)}</DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setIsClosed(true)}>OK</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}

/** The form itself is in a dialog, as on many pages that need no account. */
function FormInDialog() {
  const { error, loading, submit } = useSignIn();
  return (
    <Dialog open aria-label="Sign in">
      <DialogContent>
        <SignInForm onSubmit={submit} loading={loading}>
          {error !== undefined && <Alert severity="error">{sentenceFor(error)}</Alert>}
        </SignInForm>
      </DialogContent>
    </Dialog>
  );
}

/** The helper text describes the field, which gets the focus. */
function InHelperText() {
  const { error, loading, submit } = useSignIn();
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error !== undefined) password.current?.focus();
  }, [error]);
  const text = error === undefined ? undefined : sentenceFor(error);
  return <SignInForm onSubmit={submit} loading={loading} passwordError={text} passwordRef={password} />;
}

function InFormControl() {
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
          <OutlinedInput
            id="password"
            name="password"
            type="password"
            label="Password"
            inputRef={input}
            aria-describedby="password-text"
          />
          <FormHelperText id="password-text">{error === undefined ? " " : sentenceFor(error)}</FormHelperText>
        </FormControl>
      }
    />
  );
}

/** A spinner covers the page, and fades out while the alert is already there. */
function WithBackdrop() {
  const { error, loading, submit } = useSignIn();
  return (
    <>
      <SignInForm onSubmit={submit}>
        {error !== undefined && <Alert severity="error">{sentenceFor(error)}</Alert>}
      </SignInForm>
      <Backdrop open={loading}>
        <CircularProgress aria-label="Signing in" />
      </Backdrop>
    </>
  );
}

/** The button stays disabled, and the alert has another way. */
function WithAction() {
  const { error, loading, submit } = useSignIn();
  return (
    <SignInForm onSubmit={submit} loading={loading} disabled={error !== undefined}>
      {error !== undefined && (
        <Alert
          severity="error"
          action={
            <Button color="inherit" size="small" href="/help">
              Get help
            </Button>
          }
        >
          {sentenceFor(error)}
        </Alert>
      )}
    </SignInForm>
  );
}

/** The password is cleared, and the button waits for another one. */
function ClearsPassword() {
  const { error, loading, submit } = useSignIn();
  const [password, setPassword] = useState("");
  async function submitAndClear(email: string) {
    await submit(email, password);
    setPassword("");
  }
  return (
    <SignInForm
      onSubmit={submitAndClear}
      loading={loading}
      disabled={password === ""}
      password={
        <TextField
          required
          fullWidth
          label="Password"
          type="password"
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
      }
    >
      {error !== undefined && <Alert severity="error">{sentenceFor(error)}</Alert>}
    </SignInForm>
  );
}

export const correctScreens: readonly SeededScreen[] = [
  reactScreen("MUI: correct alert", "none", InAlert),
  reactScreen("MUI: correct alert that unfolds", "none", InCollapse),
  reactScreen("MUI: correct snackbar", "none", inSnackbar(6000)),
  reactScreen("MUI: correct snackbar, with the same text twice", "none", inSnackbar(6000), { attempts: 2 }),
  reactScreen("MUI: correct snackbar that leaves", "none", inSnackbar(20), { quietFor: 400 }),
  reactScreen("MUI: correct dialog", "none", InDialog),
  reactScreen("MUI: correct form in a dialog", "none", FormInDialog, { quietFor: 120 }),
  reactScreen("MUI: correct helper text", "none", InHelperText),
  reactScreen("MUI: correct form control", "none", InFormControl),
  reactScreen("MUI: correct alert after a backdrop", "none", WithBackdrop),
  reactScreen("MUI: correct form that clears the password", "none", ClearsPassword),
  reactScreen("MUI: correct alert with another way", "none", WithAction),
];
