import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import Stack from "@mui/material/Stack";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import type { ReactNode, Ref, SubmitEvent } from "react";
import { useSignIn } from "../use-sign-in.ts";

/** What most of the screens share. */
export function SignInForm(props: {
  readonly onSubmit: (email: string, password: string) => unknown;
  readonly children?: ReactNode;
  readonly loading?: boolean;
  readonly disabled?: boolean;
  readonly passwordError?: string | undefined;
  readonly passwordRef?: Ref<HTMLInputElement>;
  /** Takes the place of the field. */
  readonly password?: ReactNode;
  /** Takes the place of the button. */
  readonly button?: ReactNode;
}) {
  const { children, loading = false, disabled = false, passwordError, passwordRef, password, button } = props;
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    props.onSubmit(data.get("email") as string, data.get("password") as string);
  }
  return (
    <Stack component="form" spacing={2} onSubmit={submit} noValidate>
      <Typography component="h1" variant="h5">
        Sign in
      </Typography>
      {children}
      <TextField required fullWidth label="Email" name="email" type="email" />
      {password ?? (
        <TextField
          required
          fullWidth
          label="Password"
          name="password"
          type="password"
          error={passwordError !== undefined}
          helperText={passwordError}
          {...(passwordRef && { inputRef: passwordRef })}
        />
      )}
      {button ?? (
        <Button type="submit" variant="contained" fullWidth loading={loading} disabled={disabled}>
          Sign in
        </Button>
      )}
      <Link href="/forgot">Forgot password?</Link>
    </Stack>
  );
}

/** A form with one place for what it says. */
export function withMessage(render: (error: unknown) => ReactNode) {
  return function SignIn() {
    const { error, loading, submit } = useSignIn();
    return (
      <SignInForm onSubmit={submit} loading={loading}>
        {error !== undefined && render(error)}
      </SignInForm>
    );
  };
}
