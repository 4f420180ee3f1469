import type { Meta } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import {
  asksForEmail,
  asksForText,
  email,
  enters,
  entersAnyCode,
  entersCode,
  isSignedIn,
  phone,
  type Play,
  presses,
  reads,
  type Story,
  type StoryContext,
  when,
  whenNoResponse,
} from "./ada.ts";
import { SignInPage } from "./sign-in-page.tsx";

const meta = {
  title: "Sign in/Code or link",
  component: SignInPage,
  args: { way: "passwordless" },
} satisfies Meta<typeof SignInPage>;

export default meta;

const meets = when(asksForEmail);
const meetsByText = when(asksForText);
const meetsAfterCode = when(entersAnyCode);

const ourFault = "This is a fault on our side";
const support = { link: "Contact support" };
const usePassword = { button: "Use your password" };
const tryAgain = { button: "Try again" };

export const Default: Story = {};

export const ByTextMessage: Story = { args: { connection: "sms" } };

// The whole flow, with the code or link that the tenant “sent”

export const SignsInWithCodeByEmail: Story = {
  play: async (context) => {
    await asksForEmail(context);
    await context.canvas.findByText(email);
    await expect(context.canvas.getByLabelText("Code")).toHaveFocus();
    await entersCode(context, codeSentTo(email, context));
    await isSignedIn(context);
  },
};

export const SignsInWithCodeByTextMessage: Story = {
  play: async (context) => {
    await asksForText(context);
    await context.canvas.findByText(phone);
    const code = codeSentTo(phone, context);
    // Paste the whole message.
    await entersCode(context, `Tarn 2: ${code.slice(0, 3)} ${code.slice(3)} is your code for 3 minutes.`);
    await isSignedIn(context);
  },
};

export const LinkSent: Story = {
  play: async (context) => {
    await asksForLink(context);
    const heading = await context.canvas.findByRole("heading", { name: "Check your inbox" });
    await expect(heading).toHaveFocus();
    await expect(context.canvas.getByText(email)).toBeVisible();
    await expect(context.auth0.inbox.latest(email)?.link).toMatch(/^https:/);
  },
};

export const NewLink: Story = {
  args: { resendAfter: 0 },
  play: async (context) => {
    await LinkSent.play?.(context);
    await presses(context, "Send a new link");
    await waitFor(() => expect(context.auth0.inbox.messages).toHaveLength(2));
  },
};

// The code

export const WrongCode: Story = {
  parameters: { auth0: { use: "oauth-ro/wrong-password", params: { detail: "Wrong email or verification code." } } },
  play: async (context) => {
    await asksForEmail(context);
    await entersCode(context, "123456");
    await reads(context, "That code is wrong or already used.", { field: "Code" });
  },
};

export const WrongCodeByTextMessage: Story = {
  parameters: {
    auth0: { use: "oauth-ro/wrong-password", params: { detail: "Wrong phone number or verification code." } },
  },
  play: async (context) => {
    await asksForText(context);
    await entersCode(context, "123456");
    await reads(context, "That code is wrong or already used.", { field: "Code" });
  },
};

export const IncompleteCode: Story = {
  play: async (context) => {
    await asksForEmail(context);
    await entersCode(context, "123");
    await reads(context, "Enter the six digits we’ve sent you.", { field: "Code" });
  },
};

export const CodeWrongTwiceThenRight: Story = {
  play: async (context) => {
    await asksForEmail(context);
    await context.canvas.findByLabelText("Code");
    const code = codeSentTo(email, context);
    const wrong = code === "111111" ? "222222" : "111111";
    await entersCode(context, wrong);
    await reads(context, "That code is wrong or already used.", { field: "Code" });
    await context.userEvent.keyboard("{Enter}");
    await reads(context, "That code is wrong or already used.", { field: "Code" });
    await context.userEvent.paste(code);
    await context.userEvent.keyboard("{Enter}");
    await isSignedIn(context);
  },
};

const askForNewCode = { field: "Code", button: "Send a new code" };
export const CodeExpired = meetsAfterCode(
  "oauth-ro/code-expired",
  "That code has expired. Ask for a new one.",
  askForNewCode,
);
export const TooManyCodeAttempts = meetsAfterCode(
  "oauth-ro/too-many-code-attempts",
  "That code was entered wrong too often. Ask for a new one.",
  askForNewCode,
);

export const NewCodeAfterExpiry: Story = {
  parameters: { auth0: { sequence: ["oauth-ro/code-expired", "oauth-ro/live"] } },
  play: async (context) => {
    await entersAnyCode(context);
    await reads(context, "That code has expired.", askForNewCode);
    // No wait, because the old code is useless.
    await presses(context, "Send a new code");
    await expect(context.canvas.getByLabelText("Code")).toHaveFocus();
    await context.canvas.findByText("A new code is on its way.");
    await expect(context.canvas.getByLabelText("Code")).toHaveValue("");
    await entersCode(context, codeSentTo(email, context));
    await isSignedIn(context);
  },
};

export const CodeWrongTooOften: Story = {
  play: async (context) => {
    await asksForEmail(context);
    await context.canvas.findByLabelText("Code");
    const wrong = codeSentTo(email, context) === "111111" ? "222222" : "111111";
    for (const call of [1, 2, 3, 4]) {
      await entersCode(context, wrong);
      await waitFor(() => expect(context.auth0.calls("oauth-ro")).toHaveLength(call));
      await context.canvas.findByRole("alert");
    }
    await reads(context, "That code was entered wrong too often.", askForNewCode);
  },
};

export const SecondStepAfterCode: Story = {
  parameters: { auth0: "oauth-ro/mfa-required" },
  play: async (context) => {
    await entersAnyCode(context);
    await reads(context, "Your account is protected by a second step", { link: "Continue securely" });
  },
};

export const LockedAfterCode: Story = {
  parameters: { auth0: "oauth-ro/too-many-attempts" },
  play: async (context) => {
    await entersAnyCode(context);
    await reads(context, "Your account is locked for now", tryAgain);
  },
};

export const SubmittingCode: Story = {
  parameters: { auth0: { use: "oauth-ro/live", delay: "infinite" } },
  play: async (context) => {
    await asksForEmail(context);
    await entersCode(context, "123456");
    await expect(await context.canvas.findByText("Signing you in…")).toBeInTheDocument();
  },
};

// Another code, another address

export const NewCodeTooEarly: Story = {
  play: async (context) => {
    await asksForEmail(context);
    await presses(context, /^Send a new code in 0:\d\d$/);
    await expect(context.auth0.inbox.messages).toHaveLength(1);
  },
};

export const NewCode: Story = {
  args: { resendAfter: 0 },
  play: async (context) => {
    await asksForEmail(context);
    await presses(context, "Send a new code");
    await context.canvas.findByText("A new code is on its way.");
    const [first, second] = context.auth0.inbox.messages;
    await expect(second?.code).not.toBe(first?.code);
    await entersCode(context, second?.code ?? "");
    await isSignedIn(context);
  },
};

export const NewCodeRefused: Story = {
  args: { resendAfter: 0 },
  parameters: { auth0: { sequence: ["passwordless-start/live", "passwordless-start/public-signup-disabled"] } },
  play: async (context) => {
    await asksForEmail(context);
    await presses(context, "Send a new code");
    await reads(context, "We can’t send it there again", usePassword);
  },
};

export const AnotherAddress: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    await asksForEmail(context);
    await presses(context, "Use another address");
    const input = await canvas.findByLabelText("Email address");
    await expect(input).toHaveValue(email);
    await userEvent.clear(input);
    await userEvent.paste("grace@example.com");
    await presses(context, "Email me a code");
    await canvas.findByText("grace@example.com");
    await expect(context.auth0.inbox.latest()?.to).toBe("grace@example.com");
  },
};

export const FailsTwiceThenSignsIn: Story = {
  parameters: {
    auth0: {
      sequence: [
        "passwordless-start/network-error",
        "passwordless-start/internal-server-error",
        "passwordless-start/live",
      ],
    },
  },
  play: async (context) => {
    await asksForEmail(context);
    await reads(context, "Check your internet connection", tryAgain);
    await presses(context, "Try again");
    await context.canvas.findByText("Something broke on our side");
    await presses(context, "Try again");
    await context.canvas.findByLabelText("Code");
    await entersCode(context, codeSentTo(email, context));
    await isSignedIn(context);
  },
};

// Errors that the user can correct

export const EmptyForm: Story = {
  play: async (context) => {
    await presses(context, "Email me a code");
    await reads(context, "Enter your email address.", { field: "Email address" });
  },
};

export const NumberWithoutCountryCode: Story = {
  args: { connection: "sms" },
  play: async (context) => {
    await enters(context, "Phone number", "555-0100");
    await presses(context, "Text me a code");
    await reads(context, "Start with + and your country code", { field: "Phone number" });
  },
};

export const MissingEmail = meets("passwordless-start/missing-email", "Enter your email address.", {
  field: "Email address",
});
export const InvalidEmail = meets("passwordless-start/invalid-email", "Enter a whole email address", {
  field: "Email address",
});
export const PublicSignupDisabled = meets("passwordless-start/public-signup-disabled", "We don’t know this address.", {
  field: "Email address",
});
export const PublicSignupDisabledForPhoneNumbers = meetsByText(
  "passwordless-start/public-signup-disabled",
  "We don’t know this number.",
  { field: "Phone number" },
);
export const MissingPhoneNumber = meetsByText("passwordless-start/missing-phone-number", "Enter your phone number.", {
  field: "Phone number",
});
export const InvalidPhoneNumber = meetsByText(
  "passwordless-start/invalid-phone-number",
  "Start with + and your country code",
  { field: "Phone number" },
);
export const SmsProviderError: Story = {
  ...meetsByText("passwordless-start/sms-provider-error", "This number can’t get text messages.", {
    field: "Phone number",
    button: "Use email",
  }),
  name: "SMS provider error",
};

export const UsesEmailInstead: Story = {
  parameters: { auth0: "passwordless-start/sms-provider-error" },
  play: async (context) => {
    await asksForText(context);
    await presses(context, "Use email");
    const option = context.canvas.getByRole("radio", { name: "Email" });
    await expect(option).toBeChecked();
    await expect(option).toHaveFocus();
  },
};

// Errors that need support or another way to sign in

export const Unsubscribed = meetsByText(
  {
    use: "passwordless-start/sms-provider-error",
    params: { code: 21610, message: "Attempt to send to unsubscribed recipient" },
  },
  "This number once answered us with STOP.",
  { button: "Use email" },
);
export const TextMessagesFail = meetsByText(
  { use: "passwordless-start/sms-provider-error", params: { code: 30001, message: "<b>Queue overflow</b>" } },
  "Our text messages aren’t getting through",
  { ...support, button: "Use email" },
);
export const UserBlocked = meets("passwordless-start/user-blocked", "Your account is blocked", support);
export const InvalidCaptcha = meets("passwordless-start/invalid-captcha", "Let’s make sure you’re not a robot", {
  link: "Continue securely",
});
export const Forbidden = meets("passwordless-start/forbidden", "This account can’t open Tarn", support);

// Temporary errors

export const TooManyRequests = meets("passwordless-start/too-many-requests", "We’re very busy right now", {
  button: "Try again in 0:30",
});
export const ServiceUnavailable = meets("passwordless-start/service-unavailable", "Tarn is taking a short break");
export const NetworkError = meets("passwordless-start/network-error", "Check your internet connection", tryAgain);

export const Waiting: Story = {
  parameters: { auth0: { use: "passwordless-start/live", delay: "infinite" } },
  play: async (context) => {
    await asksForEmail(context);
    await expect(await context.canvas.findByText("Sending you a code…")).toBeInTheDocument();
  },
};

export const NoResponse = whenNoResponse(asksForEmail, "passwordless-start/no-response");

// Errors on our side

export const InternalServerError = meets(
  "passwordless-start/internal-server-error",
  "Something broke on our side",
  tryAgain,
);
export const BadGateway = meets("passwordless-start/bad-gateway", "Something broke on our side", tryAgain);
export const ConnectionDisabled = meets(
  "passwordless-start/connection-disabled",
  "Codes and links are switched off",
  support,
);
export const NotFound = meets("passwordless-start/not-found", "Codes and links are switched off", support);
export const InvalidTenant = meets("passwordless-start/invalid-tenant", ourFault, support);
export const MissingClientId = meets("passwordless-start/missing-client-id", ourFault, support);
export const MissingConnection = meets("passwordless-start/missing-connection", ourFault, support);
export const ConnectionNotFound = meets("passwordless-start/connection-not-found", ourFault, support);
export const InvalidConnectionStrategy = meets("passwordless-start/invalid-connection-strategy", ourFault, support);
export const InvalidAuthParams = meets("passwordless-start/invalid-auth-params", ourFault, support);
export const UnknownParameters = meets("passwordless-start/unknown-parameters", ourFault, support);
export const InvalidSend = meets("passwordless-start/invalid-send", ourFault, support);
export const ClientAuthenticationRequired = meets(
  "passwordless-start/client-authentication-required",
  ourFault,
  support,
);
export const BadRequest = meets("passwordless-start/bad-request", ourFault, support);
export const Unauthorized = meets("passwordless-start/unauthorized", ourFault, support);
export const MethodNotAllowed = meets("passwordless-start/method-not-allowed", ourFault, support);

export const EscapesMarkup: Story = {
  parameters: { auth0: "passwordless-start/success" },
  play: async (context) => {
    await enters(context, "Email address", "<b>ada</b>@example.com");
    await presses(context, "Email me a code");
    await expect(await context.canvas.findByText("<b>ada</b>@example.com")).toBeVisible();
  },
};

const asksForLink: Play = async (context) => {
  await enters(context, "Email address", email);
  await presses(context, "Send me a link instead");
  await presses(context, "Email me a link");
};

function codeSentTo(address: string, context: StoryContext): string {
  return context.auth0.inbox.latest(address)?.code ?? "";
}
