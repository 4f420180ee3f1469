import type { Meta, StoryObj } from "@storybook/html-vite";
import { expect, userEvent as events, waitFor } from "storybook/test";
import { signIn } from "./sign-in.ts";

const meta = { title: "Sign in", render: () => signIn() } satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;
type Context = Parameters<NonNullable<Story["play"]>>[0];

async function typeAndSend({ canvas, userEvent, auth0 }: Context): Promise<void> {
  await userEvent.type(canvas.getByLabelText("Email"), "ada.lovelace@example.com");
  await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
  await auth0.waitForCall("oauth-ro");
}

/** Waits for the scenario of the story. Any other scenario leaves it stuck. */
async function typeAfterOwnAnswer({ canvas, userEvent }: Context): Promise<void> {
  await waitFor(() => expect(canvas.getByRole("status")).toHaveTextContent("invalid_user_password"), {
    timeout: 10_000,
  });
  await userEvent.type(canvas.getByLabelText("Email"), "too late");
}

/** Sends no request on render. */
export const Idle: Story = { render: () => signIn({ onRender: false }) };

export const Live: Story = {};

export const Blocked: Story = { parameters: { auth0: "oauth-ro/user-blocked" } };

export const Busy: Story = {
  parameters: { auth0: { use: "oauth-ro/too-many-requests", params: { retryAfter: 90 }, delay: 50 } },
};

export const Both: Story = { parameters: { auth0: ["oauth-ro/user-blocked", "passwordless-start/invalid-email"] } };

export const ThirdTime: Story = {
  parameters: { auth0: { sequence: ["oauth-ro/wrong-password", "oauth-ro/network-error", "oauth-ro/success"] } },
};

export const OtherTenant: Story = {
  parameters: { auth0: { tenant: { users: [{ email: "ada@example.com", provokes: "oauth-ro/access-denied" }] } } },
};

export const NeverAnswered: Story = { parameters: { auth0: "oauth-ro/no-response" } };

export const Misspelt: Story = { parameters: { auth0: "oauth-ro/user-bloked" as "oauth-ro/user-blocked" } };

export const Clicked: Story = {
  parameters: { auth0: "oauth-ro/wrong-password" },
  render: () => signIn({ onRender: false }),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
  },
};

/** Types for a while before it sends the request, as play functions do. */
export const Typed: Story = {
  parameters: { auth0: "oauth-ro/wrong-password" },
  render: () => signIn({ onRender: false }),
  play: async (context) => {
    await typeAndSend(context);
    await waitFor(() => expect(context.canvas.getByRole("status")).not.toBeEmptyDOMElement());
  },
};

/** The play function waits for an answer that no other scenario gives. */
export const Stuck: Story = {
  parameters: { auth0: "oauth-ro/wrong-password" },
  render: () => signIn({ onRender: false }),
  play: async (context) => {
    await context.userEvent.click(context.canvas.getByRole("button", { name: "Sign in" }));
    await typeAfterOwnAnswer(context);
  },
};

/** The same, after typing. */
export const StuckTyping: Story = {
  parameters: { auth0: "oauth-ro/wrong-password" },
  render: () => signIn({ onRender: false }),
  play: async (context) => {
    await typeAndSend(context);
    await typeAfterOwnAnswer(context);
  },
};

/** Pauses after each key, and between a click and the first one. */
export const SlowTyping: Story = {
  parameters: { auth0: "oauth-ro/wrong-password" },
  render: () => {
    const form = signIn({ onRender: false });
    // Storybook waits for it after the play, and finishes a mount that was replaced meanwhile.
    form.animate({ opacity: [0.9, 1] }, 4500);
    return form;
  },
  play: async ({ canvas }) => {
    const slow = events.setup({ delay: 150 });
    await slow.click(canvas.getByLabelText("Email"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await slow.keyboard("ada@x.org");
    await slow.click(canvas.getByRole("button", { name: "Sign in" }));
  },
};

/** The play function overrides the scenario of the story. */
export const ActedUpon: Story = {
  parameters: { auth0: "oauth-ro/wrong-password" },
  play: async ({ canvas, userEvent, auth0 }) => {
    auth0.use("oauth-ro/password-leaked");
    await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
    await waitFor(() => expect(canvas.getByRole("status")).toHaveTextContent("401 password_leaked"));
  },
};
