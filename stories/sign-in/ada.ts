import type { StoryObj } from "@storybook/react-vite";
import type { StoryActivation } from "auth0-msw/storybook";
import { configure, expect, waitFor } from "storybook/test";
import type { SignInPage } from "./sign-in-page.tsx";

export type Story = StoryObj<typeof SignInPage>;
export type Play = NonNullable<Story["play"]>;
export type StoryContext = Parameters<Play>[0];

// The first response of the tenant loads Faker, which can take longer than the default time-out of one second.
configure({ asyncUtilTimeout: 10_000 });

export const email = "ada@example.com";
export const phone = "+15555550100";
export const password = "correct-horse-battery";

/** Fills in one input by pasting. Typing is slow, and only one story needs it. */
export async function enters({ canvas, userEvent }: StoryContext, label: string, text: string) {
  await userEvent.click(await canvas.findByLabelText(label));
  await userEvent.paste(text);
}

export async function presses({ canvas, userEvent }: StoryContext, button: string | RegExp) {
  await userEvent.click(await canvas.findByRole("button", { name: button }));
}

/** Signs in as a user does: fills in the form and presses the button. */
export const signsIn: Play = async (context) => {
  await enters(context, "Email", email);
  await enters(context, "Password", password);
  await presses(context, "Sign in");
};

export const asksForEmail: Play = async (context) => {
  await enters(context, "Email address", email);
  await presses(context, "Email me a code");
};

export const entersAnyCode: Play = async (context) => {
  await asksForEmail(context);
  await entersCode(context, "123456");
};

export const asksForText: Play = async (context) => {
  await context.userEvent.click(await context.canvas.findByLabelText("Text message"));
  await enters(context, "Phone number", "+1 (555) 555-0100");
  await presses(context, "Text me a code");
};

export async function entersCode(context: StoryContext, code: string) {
  await enters(context, "Code", code);
  await presses(context, "Sign in");
}

export const continues: Play = (context) => presses(context, "Continue on this device");

export async function isSignedIn({ canvas }: StoryContext, name: string | RegExp = "Signed in as Ada") {
  await expect(await canvas.findByRole("heading", { name })).toHaveFocus();
}

/** What the user can do next. A field has the focus, and is marked as invalid unless it is new. Links and buttons are shown. */
interface Next {
  readonly asked?: string;
  readonly field?: string;
  readonly link?: string;
  readonly button?: string;
}

/** Expects this sentence at the named field, or as a notice when no field is named. No other field is marked. */
export async function reads({ canvas, canvasElement }: StoryContext, sentence: string, next: Next) {
  const { asked, field, link, button } = next;
  await expect(await canvas.findByRole("alert")).toHaveTextContent(sentence);
  const marked = canvasElement.querySelector("[aria-invalid=true]");
  await expect(marked).toBe(field ? canvas.getByLabelText(field) : null);
  const about = field ?? asked;
  if (about) {
    const input = canvas.getByLabelText(about);
    await expect(input).toHaveAccessibleDescription(expect.stringContaining(sentence));
    await expect(input).toHaveFocus();
  }
  if (link) canvas.getByRole("link", { name: link });
  if (button) canvas.getByRole("button", { name: button });
}

/** Creates stories that perform an action, get this scenario, and expect its message. */
export function when(does: Play) {
  return function meets(answer: StoryActivation, sentence: string, next: Next = {}): Story {
    return {
      parameters: { auth0: answer, reads: sentence },
      play: async (context) => {
        await does(context);
        await reads(context, sentence, next);
      },
    };
  };
}

/** Creates a story without a response: the form says that it is still trying. */
export function whenNoResponse(does: Play, answer: StoryActivation): Story {
  return {
    args: { patience: 0 },
    parameters: { auth0: answer, reads: "Still trying" },
    play: async (context) => {
      await does(context);
      // The form may show "Still trying" before the request arrives.
      await waitFor(() => expect(context.auth0.calls()).toHaveLength(1));
      await expect(await context.canvas.findByText(/^Still trying/)).toBeVisible();
      await expect(context.canvas.getByRole("button", { name: "Cancel" })).toBeVisible();
    },
  };
}
