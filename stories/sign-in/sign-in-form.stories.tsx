import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn } from "storybook/test";
import { reads, readsAt, signsIn } from "./ada.ts";
import { SignInPage } from "./sign-in-page.tsx";

const meta = {
  title: "Sign in/Email and password",
  component: SignInPage,
  args: { onFailure: fn() },
} satisfies Meta<typeof SignInPage>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Default: Story = {};

export const SignedIn: Story = {
  globals: { "oauth-ro": "live" },
  play: async (context) => {
    await signsIn(context);
    await expect(await context.canvas.findByRole("heading", { name: "Signed in as Ada" })).toHaveFocus();
  },
};

export const WrongPassword: Story = {
  globals: { "oauth-ro": "wrong-password" },
  play: readsAt("password", "That email and password don’t match."),
};

export const NothingTyped: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole("button", { name: "Sign in" }));
    const email = canvas.getByLabelText("Email");
    await expect(email).toHaveAccessibleDescription("Enter your email address.");
    await expect(email).toHaveFocus();
  },
};

export const UserBlocked: Story = {
  globals: { "oauth-ro": "user-blocked" },
  play: reads("Your account is blocked", { link: "Contact support" }),
};

export const PasswordLeaked: Story = {
  globals: { "oauth-ro": "password-leaked" },
  play: reads("turned up in a data leak on another site", { link: "Reset your password" }),
};

export const TooManyAttempts: Story = {
  globals: { "oauth-ro": "too-many-attempts" },
  play: reads("Open the link we’ve just emailed you", { button: "Try again" }),
};

export const MfaRequired: Story = {
  name: "MFA required",
  globals: { "oauth-ro": "mfa-required" },
  play: reads("Your account is protected by a second step", { link: "Continue securely" }),
};

export const RequiresVerification: Story = {
  globals: { "oauth-ro": "requires-verification" },
  play: reads("Let’s make sure it’s you", { link: "Continue securely" }),
};

export const AccessDenied: Story = {
  globals: { "oauth-ro": "access-denied" },
  play: reads("This account can’t open Tarn", { link: "Contact support" }),
};

export const GrantNotAllowed: Story = {
  globals: { "oauth-ro": "grant-not-allowed" },
  play: async (context) => {
    await reads("This is a fault on our side", { link: "Contact support" })(context);
    // The reference that is shown is the one under which the failure was reported.
    const { onFailure } = context.args;
    const shown = context.canvas.getByText(/^\w{4}-\w{4}$/).textContent;
    const reported = expect.objectContaining({ code: "unauthorized_client" });
    await expect(onFailure).toHaveBeenCalledWith(shown, reported);
  },
};

export const TooManyRequests: Story = {
  globals: { "oauth-ro": "too-many-requests" },
  parameters: { auth0: { use: "oauth-ro/too-many-requests", params: { retryAfter: 90 } } },
  play: async (context) => {
    await reads("We’re very busy right now", {})(context);
    const button = context.canvas.getByRole("button", { name: /^Try again in 1:\d\d$/ });
    await expect(button).toHaveAttribute("aria-disabled", "true");
  },
};

export const ServiceUnavailable: Story = {
  globals: { "oauth-ro": "service-unavailable" },
  play: reads("Tarn is taking a short break", {}),
};

export const InternalServerError: Story = {
  globals: { "oauth-ro": "internal-server-error" },
  play: reads("Something broke on our side", { button: "Try again" }),
};

export const BadGateway: Story = {
  globals: { "oauth-ro": "bad-gateway" },
  play: reads("Something broke on our side", { button: "Try again" }),
};

export const NetworkError: Story = {
  globals: { "oauth-ro": "network-error" },
  play: reads("Check your internet connection", { button: "Try again" }),
};

export const Waiting: Story = {
  globals: { "oauth-ro": "live" },
  parameters: { auth0: { use: "oauth-ro/live", delay: "infinite" } },
  play: async (context) => {
    await signsIn(context);
    await expect(await context.canvas.findByText("Signing you in…")).toBeInTheDocument();
    await expect(context.canvas.getByRole("button", { name: "Sign in" })).toHaveAttribute("aria-disabled", "true");
  },
};

export const NoResponse: Story = {
  args: { patience: 0 },
  globals: { "oauth-ro": "no-response" },
  play: async (context) => {
    await signsIn(context);
    await expect(await context.canvas.findByText(/Still trying/)).toBeVisible();
  },
};

export const Cancelled: Story = {
  args: { patience: 0 },
  globals: { "oauth-ro": "no-response" },
  play: async (context) => {
    await signsIn(context);
    await context.userEvent.click(await context.canvas.findByRole("button", { name: "Cancel" }));
    const button = context.canvas.getByRole("button", { name: "Sign in" });
    await expect(button).toHaveFocus();
    await expect(button).toHaveAttribute("aria-disabled", "false");
  },
};
