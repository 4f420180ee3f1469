import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { axeOptions } from "../helpers/axe-options.ts";
import { button, detail, filter, mount, options, param, tab } from "../helpers/panel.ts";

afterEach(() => {
  localStorage.clear();
  document.body.replaceChildren();
});

describe.each(["light", "dark"])("%s", (scheme) => {
  describe.each([320, 700, 1000, 1900])("%i pixels wide", (width) => {
    test("has no axe violations and does not overflow the page", async () => {
      await page.viewport(width, 800);
      const { auth0, panel, send } = await mount();
      panel.style.colorScheme = scheme;
      panel.style.height = "800px";
      await send("oauth-ro");
      auth0.use("passwordless-start/bad-gateway");
      await send("passwordless-start");
      auth0.use("oauth-ro/network-error");
      await send("oauth-ro").catch(() => {});
      auth0.reset("passwordless-start");
      await send("passwordless-start", { send: "link" });

      await expect.element(detail("passwordless-start/live")).toBeVisible();
      await expectAccessible(panel);

      await options.nth(5).click();
      await expect.element(page.getByRole("group", { name: "How to see it" })).toBeVisible();
      await expectAccessible(panel);

      await button("Hold").click();
      await expect.element(page.getByRole("group", { name: "Hold" })).toBeVisible();
      const held = send("oauth-ro");
      await expect.element(page.getByRole("group", { name: "A request that waits" })).toBeVisible();
      await expectAccessible(panel);
      await button("Answer as switched on").click();
      await held;

      await button("Edit the answer").click();
      await page.getByLabelText("body").fill("not JSON");
      await expectAccessible(panel);
      await button("Cancel").click();

      panel.error = "Unknown scenario";
      await filter.fill("passwordless-start");
      await userEvent.keyboard("{End}{ArrowDown}");
      await page.getByLabelText("Status").selectOptions("400");
      await filter.fill("sms-provider");
      await param("code").fill("1");
      await page.getByLabelText("delay", { exact: true }).selectOptions("Milliseconds");
      await expectAccessible(panel);

      await filter.fill("nothing at all");
      await expect.element(options).toHaveLength(0);
      await expectAccessible(panel);

      await tab("calls").click();
      await expect.element(page.getByText(/^#1 /)).toBeVisible();
      for (const summary of panel.shadowRoot?.querySelectorAll("summary") ?? []) summary.click();
      await expectAccessible(panel);

      await page.getByLabelText("Filter the calls by text").fill("nothing at all");
      await expectAccessible(panel);

      await tab("flow").click();
      await page.getByRole("button", { name: "Clear the filter" }).first().click();
      for (const index of [3, 9]) await options.nth(index).click();
      await page.getByLabelText("Title of the preset").fill("One");
      await button("Save what is on").click();
      await expect.element(page.getByRole("list", { name: "Steps" })).toBeVisible();
      await expectAccessible(panel);

      await send("oauth-ro", { password: "wrong" });
      await tab("tenant").click();
      await expect.element(page.getByText("Clear locks and counters")).toBeVisible();
      await expectAccessible(panel);

      await tab("inbox").click();
      await expect.element(page.getByText("ada@example.com", { exact: true })).toBeVisible();
      await expectAccessible(panel);
    });
  });
});

async function expectAccessible(panel: HTMLElement): Promise<void> {
  const { violations } = await axe.run(panel, axeOptions(panel.style.colorScheme));
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => ({ id, target: target.flat().join(" "), why: any.map(({ message }) => message) })),
  );
  expect(found).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
}
