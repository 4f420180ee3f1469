import type { Meta } from "@storybook/react-vite";
import { expect } from "storybook/test";
import type { Field } from "./messages.ts";
import type { SignInPage } from "./sign-in-page.tsx";

type Play = NonNullable<Meta<typeof SignInPage>["play"]>;

/** Signs in as a person does: fills in the form and presses the button. */
export const signsIn: Play = async ({ canvas, userEvent }) => {
  await userEvent.type(await canvas.findByLabelText("Email"), "ada@example.com");
  await userEvent.type(canvas.getByLabelText("Password"), "correct-horse-battery");
  await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
};

/** Signs in, and reads this about the whole attempt. No field is marked. */
export function reads(sentence: string, nextStep: { readonly link?: string; readonly button?: string }): Play {
  return async (context) => {
    await signsIn(context);
    const { canvas } = context;
    await expect(await canvas.findByRole("alert")).toHaveTextContent(sentence);
    await expect(canvas.getByLabelText("Email")).toBeValid();
    await expect(canvas.getByLabelText("Password")).toBeValid();
    if (nextStep.link) await canvas.findByRole("link", { name: nextStep.link });
    if (nextStep.button) await canvas.findByRole("button", { name: nextStep.button });
  };
}

/** Signs in, and reads this at a field, which is marked and has the focus. */
export function readsAt(field: Field, sentence: string): Play {
  return async (context) => {
    await signsIn(context);
    const input = context.canvas.getByLabelText(field === "email" ? "Email" : "Password");
    await context.canvas.findByRole("alert");
    await expect(input).toBeInvalid();
    await expect(input).toHaveAccessibleDescription(expect.stringContaining(sentence));
    await expect(input).toHaveFocus();
  };
}
