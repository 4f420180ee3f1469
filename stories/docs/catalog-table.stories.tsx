import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { CatalogTable } from "./catalog-table.tsx";

const meta = {
  title: "Catalog/Table",
  component: CatalogTable,
  // The "Catalog" page shows the table. These stories only test it.
  tags: ["!dev", "!autodocs"],
} satisfies Meta<typeof CatalogTable>;

export default meta;

type Story = StoryObj<typeof meta>;

export const Search: Story = {
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText("75 of 75 scenarios")).toBeVisible();
    await userEvent.type(canvas.getByLabelText("Search the catalog"), "429 observed");
    await expect(canvas.getByText("0 of 75 scenarios")).toBeVisible();
    await userEvent.clear(canvas.getByLabelText("Search the catalog"));
    await userEvent.type(canvas.getByLabelText("Search the catalog"), "leaked");
    await expect(canvas.getByText("1 of 75 scenarios")).toBeVisible();
    await expect(canvas.getByText("oauth-ro/password-leaked")).toBeVisible();
  },
};

export const TryScenarios: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    const row = (id: string) => {
      const details = canvas.getByText(id).closest("details") ?? canvasElement;
      return within(details);
    };
    const blocked = row("oauth-ro/user-blocked");
    await userEvent.click(blocked.getByText("oauth-ro/user-blocked"));
    await userEvent.click(blocked.getByRole("button", { name: "Provoke it" }));
    await expect(await blocked.findByText("Why: the user blocked@example.com provokes it")).toBeVisible();
    await expect(blocked.getByText(/"error_description":"user is blocked"/)).toBeVisible();

    const silent = row("oauth-ro/no-response");
    await userEvent.click(silent.getByText("oauth-ro/no-response"));
    await expect(silent.getByRole("button", { name: "Can only be forced" })).toBeDisabled();
    await userEvent.click(silent.getByRole("button", { name: "Force it" }));
    await expect(await silent.findByText("No response: the request stays pending")).toBeVisible();

    const failed = row("passwordless-start/network-error");
    await userEvent.click(failed.getByText("passwordless-start/network-error"));
    await userEvent.click(failed.getByRole("button", { name: "Force it" }));
    await expect(await failed.findByText("The request failed with a network error")).toBeVisible();
  },
};
