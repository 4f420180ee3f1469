import type { Meta } from "@storybook/react-vite";
import { expect, fn } from "storybook/test";
import {
  email,
  enters,
  entersCode,
  isSignedIn,
  password,
  presses,
  reads,
  signsIn,
  type Story,
  when,
  whenNoResponse,
} from "./ada.ts";
import { SignInPage } from "./sign-in-page.tsx";

const meta = {
  title: "Sign in/Email and password",
  component: SignInPage,
  args: { onFailure: fn() },
} satisfies Meta<typeof SignInPage>;

export default meta;

const meets = when(signsIn);

const ourFault = "This is a fault on our side";
const support = { link: "Contact support" };
const resetPassword = { link: "Reset your password" };
const continueSecurely = { link: "Continue securely" };
const tryAgain = { button: "Try again" };

export const Default: Story = {};

export const SignedIn: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    await userEvent.type(await canvas.findByLabelText("Email"), email);
    await userEvent.type(canvas.getByLabelText("Password"), `${password}{Enter}`);
    await isSignedIn(context);
  },
};

export const EmptyForm: Story = {
  play: async (context) => {
    await presses(context, "Sign in");
    await reads(context, "Enter your email address.", { field: "Email" });
  },
};

export const PasswordShown: Story = {
  play: async (context) => {
    await presses(context, "Show password");
    await expect(context.canvas.getByLabelText("Password")).toHaveAttribute("type", "text");
  },
};

export const SwitchToCodeAndBack: Story = {
  play: async (context) => {
    await presses(context, "Sign in with a code");
    await expect(await context.canvas.findByRole("heading", { name: "Sign in without a password" })).toHaveFocus();
    await presses(context, "Use your password");
    await expect(await context.canvas.findByRole("heading", { name: "Welcome back" })).toHaveFocus();
  },
};

// Errors that the user can correct

export const WrongPassword = meets("oauth-ro/wrong-password", "That email and password don’t match.", {
  field: "Password",
  ...resetPassword,
});
export const MissingUsername = meets("oauth-ro/missing-username", "Enter your email address.", { field: "Email" });
export const MissingPassword = meets("oauth-ro/missing-password", "Enter your password.", { field: "Password" });

// Errors that need email, support or another page

export const UserBlocked = meets("oauth-ro/user-blocked", "Your account is blocked", support);
export const PasswordLeaked = meets(
  "oauth-ro/password-leaked",
  "turned up in a data leak on another site",
  resetPassword,
);
export const TooManyAttempts = meets("oauth-ro/too-many-attempts", "Open the link we’ve just emailed you", tryAgain);
export const AccessDenied = meets("oauth-ro/access-denied", "This account can’t open Tarn", support);
export const Forbidden = meets("oauth-ro/forbidden", "This account can’t open Tarn", support);
export const RequiresVerification = meets(
  "oauth-ro/requires-verification",
  "Let’s make sure it’s you",
  continueSecurely,
);
export const RuleRefused = meets(
  "oauth-ro/rule-refused",
  "Your account is not allowed to use this application.",
  support,
);

// The second step

export const MfaRequired: Story = {
  ...meets("oauth-ro/mfa-required", "Your account has a second step.", { asked: "Code" }),
  name: "MFA required",
};
export const MfaInvalidCode: Story = {
  ...meets("oauth-ro/mfa-invalid-code", "That code is wrong or has expired.", { field: "Code" }),
  name: "MFA code invalid",
};
export const MfaNotEnrolled: Story = {
  ...meets("oauth-ro/mfa-not-enrolled", "Set up a second step", continueSecurely),
  name: "MFA not enrolled",
};
export const MfaEnrollmentRequired: Story = {
  ...meets("oauth-ro/mfa-enrollment-required", "Set up a second step", continueSecurely),
  name: "MFA enrollment required",
};
export const MfaProviderUnsupported: Story = {
  ...meets("oauth-ro/mfa-provider-unsupported", "Your account is protected by a second step", continueSecurely),
  name: "MFA provider unsupported",
};
export const MfaNotAllowed: Story = {
  ...meets("oauth-ro/mfa-not-allowed", "This account needs no code", tryAgain),
  name: "MFA not allowed",
};

export const SignsInWithSecondStep: Story = {
  play: async (context) => {
    await enters(context, "Email", "mfa@example.com");
    await enters(context, "Password", password);
    await presses(context, "Sign in");
    await reads(context, "Your account has a second step.", { asked: "Code" });
    await entersCode(context, "123");
    await reads(context, "Enter the six digits that your authenticator app shows.", { field: "Code" });
    await entersCode(context, "000000");
    await reads(context, "That code is wrong or has expired.", { field: "Code" });
    await context.userEvent.paste("123 456");
    await context.userEvent.keyboard("{Enter}");
    await isSignedIn(context, /^Signed in as /);
  },
};

export const SecondStepNotNeeded: Story = {
  parameters: { auth0: { sequence: ["oauth-ro/mfa-required", "oauth-ro/mfa-not-allowed", "oauth-ro/live"] } },
  play: async (context) => {
    await signsIn(context);
    await reads(context, "Your account has a second step.", { asked: "Code" });
    await context.userEvent.paste("123456");
    await context.userEvent.keyboard("{Enter}");
    await reads(context, "This account needs no code", tryAgain);
    await expect(context.canvas.queryByLabelText("Code")).toBeNull();
    // The focused field is gone.
    await expect(context.canvas.getByRole("button", { name: "Try again" })).toHaveFocus();
    await context.userEvent.keyboard("{Enter}");
    await isSignedIn(context);
    const withCode = context.auth0.calls("oauth-ro").map(({ body }) => Object.hasOwn(body as object, "mfa_code"));
    await expect(withCode).toEqual([false, true, false]);
  },
};

export const AnotherAccountAtSecondStep: Story = {
  parameters: { auth0: { sequence: ["oauth-ro/mfa-required", "oauth-ro/live"] } },
  play: async (context) => {
    await signsIn(context);
    await reads(context, "Your account has a second step.", { asked: "Code" });
    await enters(context, "Email", "m");
    await expect(context.canvas.queryByLabelText("Code")).toBeNull();
    await expect(context.canvas.queryByRole("alert")).toBeNull();
  },
};

// Temporary errors

export const TooManyLogins = meets("oauth-ro/too-many-logins", "This account has signed in very often", tryAgain);
export const TooManyRequests = meets("oauth-ro/too-many-requests", "We’re very busy right now", {
  button: "Try again in 0:30",
});
export const ServiceUnavailable = meets("oauth-ro/service-unavailable", "Tarn is taking a short break");
export const NetworkError = meets("oauth-ro/network-error", "Check your internet connection", tryAgain);

export const TooManyRequestsWithLongWait: Story = {
  parameters: { auth0: { use: "oauth-ro/too-many-requests", params: { retryAfter: 90 } } },
  play: async (context) => {
    await signsIn(context);
    const button = await context.canvas.findByRole("button", { name: /^Try again in 1:\d\d$/ });
    await expect(button).toHaveAttribute("aria-disabled", "true");
  },
};

// Errors on our side, with a reference for support

export const InternalServerError = meets("oauth-ro/internal-server-error", "Something broke on our side", tryAgain);
export const BadGateway = meets("oauth-ro/bad-gateway", "Something broke on our side", tryAgain);
export const ConnectionDisabled = meets("oauth-ro/connection-disabled", "Passwords are switched off", support);
export const ConnectionNotFound = meets("oauth-ro/connection-not-found", ourFault, support);
export const ConnectionNotConfigured = meets("oauth-ro/connection-not-configured", ourFault, support);
export const ConnectionNotInTenant = meets("oauth-ro/connection-not-in-tenant", ourFault, support);
export const MissingConnection = meets("oauth-ro/missing-connection", ourFault, support);
export const UnsupportedStrategy = meets("oauth-ro/unsupported-strategy", ourFault, support);
export const InvalidScope = meets("oauth-ro/invalid-scope", ourFault, support);
export const DottedFields = meets("oauth-ro/dotted-fields", ourFault, support);
export const MissingClientId = meets("oauth-ro/missing-client-id", ourFault, support);
export const InvalidClient = meets("oauth-ro/invalid-client", ourFault, support);
export const OidcConformantClient: Story = {
  ...meets("oauth-ro/oidc-conformant-client", ourFault, support),
  name: "OIDC-conformant client",
};
export const BadRequest = meets("oauth-ro/bad-request", ourFault, support);
export const Unauthorized = meets("oauth-ro/unauthorized", ourFault, support);
export const NotFound = meets("oauth-ro/not-found", ourFault, support);
export const MethodNotAllowed = meets("oauth-ro/method-not-allowed", ourFault, support);

export const GrantNotAllowed: Story = {
  ...meets("oauth-ro/grant-not-allowed", ourFault, support),
  play: async (context) => {
    await signsIn(context);
    await reads(context, ourFault, support);
    // The form shows the reference that the failure was reported with.
    const { onFailure } = context.args;
    const shown = context.canvas.getByText(/^\w{4}-\w{4}$/).textContent;
    const reported = expect.objectContaining({ code: "unauthorized_client" });
    await expect(onFailure).toHaveBeenCalledWith(shown, reported);
  },
};

// Waiting

export const Waiting: Story = {
  parameters: { auth0: { use: "oauth-ro/live", delay: "infinite" } },
  play: async (context) => {
    await signsIn(context);
    await expect(await context.canvas.findByText("Signing you in…")).toBeInTheDocument();
    await expect(context.canvas.getByRole("button", { name: "Sign in" })).toHaveAttribute("aria-disabled", "true");
  },
};

export const NoResponse = whenNoResponse(signsIn, "oauth-ro/no-response");

export const Cancelled: Story = {
  ...NoResponse,
  play: async (context) => {
    await signsIn(context);
    await presses(context, "Cancel");
    const button = context.canvas.getByRole("button", { name: "Sign in" });
    await expect(button).toHaveFocus();
    await expect(button).toHaveAttribute("aria-disabled", "false");
  },
};

// Sequences

export const FailsTwiceThenSignsIn: Story = {
  parameters: { auth0: { sequence: ["oauth-ro/wrong-password", "oauth-ro/network-error", "oauth-ro/success"] } },
  play: async (context) => {
    await signsIn(context);
    await reads(context, "That email and password don’t match.", { field: "Password" });
    await context.userEvent.keyboard("{Enter}");
    await reads(context, "Check your internet connection", tryAgain);
    await presses(context, "Try again");
    await isSignedIn(context);
  },
};

export const RuleWithMarkup: Story = {
  parameters: { auth0: { use: "oauth-ro/rule-refused", params: { detail: "<b>Confirm your email</b> first." } } },
  play: async (context) => {
    await signsIn(context);
    await reads(context, "<b>Confirm your email</b> first.", support);
  },
};

export const EscapesMarkup: Story = {
  parameters: {
    auth0: { use: "oauth-ro/access-denied", params: { detail: "<img src=x onerror=alert(1)><h1>Denied</h1>" } },
  },
  play: async (context) => {
    await signsIn(context);
    await reads(context, "This account can’t open Tarn", support);
    await expect(context.canvasElement.querySelector("img")).toBeNull();
    await expect(context.canvas.getAllByRole("heading", { level: 1 })).toHaveLength(1);
  },
};
