import type { Meta, StoryObj } from "@storybook/react-vite";
import { enters, email, password, presses } from "./ada.ts";
import { FirstDraft } from "./first-draft.tsx";

const meta = {
  title: "Sign in/First draft",
  component: FirstDraft,
  // Its faults are on purpose: open “All failures” in the toolbar to see them.
  tags: ["!test"],
} satisfies Meta<typeof FirstDraft>;

export default meta;

export const SignsIn: StoryObj<typeof meta> = {
  parameters: { auth0: "oauth-ro/user-blocked" },
  play: async (context) => {
    await enters(context, "Email", email);
    await enters(context, "Password", password);
    await presses(context, "Sign in");
  },
};
