import type { StoryObj } from "@storybook/react-vite";
import type { StoryActivation } from "auth0-msw/storybook";
import { configure, expect, waitFor } from "storybook/test";
import type { SignInPage } from "./sign-in-page.tsx";

export type Story = StoryObj<typeof SignInPage>;
export type Play = NonNullable<Story["play"]>;
export type StoryContext = Parameters<Play>[0];

// The tenant's first answer loads what invents people, which can take longer than the usual second.
configure({ asyncUtilTimeout: 10_000 });

export const email = "ada@example.com";
export const phone = "+15555550100";
export const password = "correct-horse-battery";

/** Fills in one input. It pastes: typing letter by letter takes long, and one story does so. */
export async function enters({ canvas, userEvent }: StoryContext, label: string, text: string) {
  await userEvent.click(await canvas.findByLabelText(label));
  await userEvent.paste(text);
}

export async function presses({ canvas, userEvent }: StoryContext, button: string | RegExp) {
  await userEvent.click(await canvas.findByRole("button", { name: button }));
}

/** Signs in as a person does: fills in the form and presses the button. */
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

/** What Ada can do next. A field has the focus, and is marked unless it is only asked for; links and buttons are there. */
interface Next {
  readonly asked?: string;
  readonly field?: string;
  readonly link?: string;
  readonly button?: string;
}

/** Reads this sentence: at the field where one is named, else about the whole attempt. No other field is marked. */
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

/** Makes stories in which she does something, meets this answer, and reads what became of it. */
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

/** The same, where the answer never comes. */
export function whenNobodyAnswers(does: Play, answer: StoryActivation): Story {
  return {
    args: { patience: 0 },
    parameters: { auth0: answer, reads: "Still trying" },
    play: async (context) => {
      await does(context);
      // The form may lose its patience before the request has arrived.
      await waitFor(() => expect(context.auth0.calls()).toHaveLength(1));
      await expect(await context.canvas.findByText(/^Still trying/)).toBeVisible();
      await expect(context.canvas.getByRole("button", { name: "Cancel" })).toBeVisible();
    },
  };
}
