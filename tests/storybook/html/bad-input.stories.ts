import type { Meta, StoryObj } from "@storybook/html-vite";
import { badInput } from "./bad-input.ts";

const meta = { title: "Bad input", render: () => badInput() } satisfies Meta;

export default meta;

type Story = StoryObj<typeof meta>;

export const EveryFault: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole("button", { name: "Sign in" }));
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
