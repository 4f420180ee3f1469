import { mockAuth0 } from "auth0-msw";
import { startAuth0 } from "auth0-msw/browser";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { page } from "vitest/browser";
import { everything, forbidden, texts, whatRan } from "../hostile.ts";

const own = location.href;
const printed = vi.spyOn(console, "error").mockImplementation(() => {});

afterEach(() => {
  history.replaceState(null, "", own);
  sessionStorage.clear();
  localStorage.clear();
  printed.mockClear();
});

/** Every shadow tree of the page. */
function shadowTrees(): ShadowRoot[] {
  const trees: ShadowRoot[] = [];
  const visit = (root: ParentNode): void => {
    for (const { shadowRoot } of root.querySelectorAll("*")) {
      if (!shadowRoot) continue;
      trees.push(shadowRoot);
      visit(shadowRoot);
    }
  };
  visit(document);
  return trees;
}

test.each([...texts, everything])("shows what is wrong with a link as a text: %s", async (text) => {
  const query = new URLSearchParams();
  const well = text.toWellFormed();
  for (const key of ["auth0-scenario", "auth0-delay", "auth0-scenarios", `auth0-param-${well}`]) query.set(key, well);
  history.replaceState(null, "", `?${query}`);
  const { stop } = await startAuth0(mockAuth0(), { panel: true });
  onTestFinished(stop);
  await expect.element(page.getByRole("alert")).toBeVisible();
  const [problem = ""] = printed.mock.calls.map(([message]) => String(message).replace("[auth0-msw] ", ""));
  const notices = shadowTrees().flatMap((tree) => Array.from(tree.querySelectorAll("[role=alert] p")));
  expect(notices.map(({ textContent }) => textContent)).toContain(problem);
  // Chromium sometimes never acknowledges a click of the mouse here, and this test is not about clicks.
  const button = page.getByRole("button", { name: /Auth0 mock/ }).first();
  (button.element() as HTMLElement).click();
  await expect.element(page.getByRole("listbox", { name: "Scenarios" })).toBeVisible();
  const made = shadowTrees().flatMap((tree) => Array.from(tree.querySelectorAll(forbidden), (each) => each.outerHTML));
  expect([made, whatRan()]).toEqual([[], undefined]);
});
