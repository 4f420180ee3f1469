import type { Meta, StoryObj } from "@storybook/html-vite";
import { asksForCode, badInput, grows, leaves, say, saysLate, takesOver } from "./bad-input.ts";

const meta = { title: "Bad input", render: () => badInput() } satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;

type Context = Pick<Parameters<NonNullable<Story["play"]>>[0], "canvas" | "userEvent">;

async function play({ canvas, userEvent }: Context): Promise<void> {
  await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
}

export const EveryFault: Story = { play };

export const Leaves: Story = { play, render: () => badInput(leaves), parameters: { auth0: "oauth-ro/success" } };

export const TakesOver: Story = { play, render: () => badInput(takesOver) };

export const SaysLate: Story = { play, render: () => badInput(saysLate) };

export const AsksForCode: Story = { play, render: () => badInput(asksForCode) };

/** The page is higher than any frame, by its padding. */
export const Grows: Story = {
  play,
  render: () => {
    const form = badInput(grows);
    form.style.minHeight = "100dvh";
    return form;
  },
};

/** The play fails before it sends a request. */
export const FailsEarly: Story = {
  play: ({ canvas }) => {
    canvas.getByRole("button", { name: "Not there" });
  },
};

export const Throws: Story = {
  render: () => {
    throw new Error("No form today");
  },
};

export const NoPlay: Story = {};

export const SaysItsText: StoryObj<{ readonly text: string }> = {
  play,
  args: { text: "Ask for help." },
  render: ({ text }) => badInput((form) => say(form, text)),
};
