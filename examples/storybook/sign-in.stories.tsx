/* oxlint-disable import/no-default-export -- Storybook requires a default export. */
// #region stories
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { SignInPage } from "./sign-in-page";

const meta = { title: "Example/Sign in", component: SignInPage } satisfies Meta<typeof SignInPage>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Default: Story = {};

export const Blocked: Story = {
  parameters: { auth0: "oauth-ro/user-blocked" },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText("Email"), "ada@example.com");
    await userEvent.type(canvas.getByLabelText("Password"), "correct-horse-battery{Enter}");
    await expect(await canvas.findByRole("alert")).toHaveTextContent("blocked");
  },
};
// #endregion

// #region parameters
export const Busy: Story = {
  parameters: { auth0: { use: "oauth-ro/too-many-requests", params: { retryAfter: 90 }, delay: 800 } },
};

export const Both: Story = {
  parameters: { auth0: ["oauth-ro/user-blocked", "passwordless-start/invalid-email"] },
};

export const Recovers: Story = {
  parameters: { auth0: { sequence: ["oauth-ro/network-error", "oauth-ro/success"] } },
};

export const OtherTenant: Story = {
  parameters: { auth0: { tenant: { users: [{ email: "ada@example.com", provokes: "oauth-ro/access-denied" }] } } },
};
// #endregion

// #region code
export const WithCode: Story = {
  play: async ({ auth0, canvas, userEvent }) => {
    await userEvent.type(canvas.getByLabelText("Email"), "ada@example.com");
    await userEvent.click(canvas.getByRole("button", { name: "Email me a code" }));
    await auth0.waitForCall("passwordless-start");
    await userEvent.type(await canvas.findByLabelText("Code"), auth0.inbox.latest()?.code ?? "");
  },
};
// #endregion
