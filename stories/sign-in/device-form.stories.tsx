import type { Meta } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { continues, isSignedIn, presses, reads, signsIn, type Story, when, whenNoResponse } from "./ada.ts";
import { SignInPage } from "./sign-in-page.tsx";

const meta = {
  title: "Sign in/On this device",
  component: SignInPage,
  args: { remembered: { name: "Ada", account: "ada@example.com", idToken: "kept.since.yesterday" } },
} satisfies Meta<typeof SignInPage>;

export default meta;

const meets = when(continues);

export const Default: Story = {};

export const SignsInOnceThenContinues: Story = {
  args: { remembered: undefined },
  play: async (context) => {
    await signsIn(context);
    await isSignedIn(context);
    await presses(context, "Sign out");
    await continues(context);
    await isSignedIn(context);
    const { body } = context.auth0.calls("oauth-ro").at(-1) ?? {};
    await expect(body).toMatchObject({ grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer" });
  },
};

export const InvalidGrant = meets("oauth-ro/invalid-grant", "This device no longer signs you in by itself.", {
  button: "Use your password",
});
export const MissingIdToken: Story = {
  ...meets("oauth-ro/missing-id-token", "This device no longer signs you in by itself.", {
    button: "Use your password",
  }),
  name: "Missing ID token",
};
export const MissingDevice = meets("oauth-ro/missing-device", "This is a fault on our side", {
  link: "Contact support",
});

export const Expired: Story = {
  parameters: { auth0: { use: "oauth-ro/invalid-grant", params: { detail: "the id_token is <em>expired</em>" } } },
  play: async (context) => {
    await continues(context);
    await reads(context, "It’s been a while", {});
    await presses(context, "Use your password");
    await signsIn(context);
    await reads(context, "Signing in isn’t working", { link: "Contact support" });
  },
};

export const ConnectionDisabled = meets("oauth-ro/connection-disabled", "This is a fault on our side", {
  link: "Contact support",
});
export const UserBlocked = meets("oauth-ro/user-blocked", "Your account is blocked", { link: "Contact support" });
export const TooManyRequests = meets("oauth-ro/too-many-requests", "We’re very busy right now", {
  button: "Try again in 0:30",
});
export const NetworkError = meets("oauth-ro/network-error", "Check your internet connection", { button: "Try again" });
export const InternalServerError = meets("oauth-ro/internal-server-error", "Something broke on our side", {
  button: "Try again",
});
export const BadGateway = meets("oauth-ro/bad-gateway", "Something broke on our side", { button: "Try again" });
export const NoResponse = whenNoResponse(continues, "oauth-ro/no-response");

export const Waiting: Story = {
  parameters: { auth0: { use: "oauth-ro/success", delay: "infinite" } },
  play: async (context) => {
    await continues(context);
    await expect(await context.canvas.findByText("Signing you in…")).toBeInTheDocument();
  },
};

export const AnotherAccount: Story = {
  play: async (context) => {
    await presses(context, "Use another account");
    await signsIn(context);
    await isSignedIn(context);
  },
};

export const EscapesMarkup: Story = {
  args: { remembered: { name: "<i>Ada</i>", account: "<b>ada</b>@example.com", idToken: "kept.since.yesterday" } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("heading", { name: "Welcome back, <i>Ada</i>" })).toBeVisible();
    await expect(canvas.getByText("<b>ada</b>@example.com")).toBeVisible();
  },
};
