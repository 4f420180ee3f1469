import axe from "axe-core";
import { type MockAuth0, mockAuth0 } from "auth0-msw";
import { startAuth0, type Started } from "auth0-msw/browser";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Locator, page, userEvent } from "vitest/browser";

vi.spyOn(console, "error").mockImplementation(() => {});
const own = location.href;
const started: Started[] = [];

beforeEach(async () => {
  await page.viewport(1280, 720);
  sessionStorage.clear();
  localStorage.clear();
  document.body.style.margin = "0";
  document.body.innerHTML = '<label>Password <input type="password" /></label><button>Sign in</button>';
});

afterEach(async () => {
  await stopAll();
  history.replaceState(null, "", own);
  document.body.replaceChildren();
});

async function start<Custom>(auth0: MockAuth0<Custom>): Promise<void> {
  started.push(await startAuth0(auth0, { panel: true }));
}

async function stopAll(): Promise<void> {
  for (const { stop } of started.splice(0)) await stop();
}

/** Adds the switcher to the page again, as after a reload. */
async function restart<Custom>(auth0: MockAuth0<Custom>): Promise<void> {
  await stopAll();
  await start(auth0);
}

const button = page.getByRole("button", { name: "Auth0 mock", exact: true });
const drawer = page.getByRole("dialog", { name: "Auth0 mock" });
const separator = drawer.getByRole("separator", { name: "Size of the drawer" });
const list = drawer.getByRole("listbox", { name: "Scenarios" });
const control = (name: string): Locator => drawer.getByRole("button", { name, exact: true });
const press = (keys: string): Promise<void> => userEvent.keyboard(keys);
const toggle = (): Promise<void> => press("{Alt>}0{/Alt}");

/** Where something is, after it has stopped moving. */
async function boxOf(locator: Locator): Promise<DOMRect> {
  const element = locator.element();
  await Promise.all(element.getAnimations().map(({ finished }) => finished));
  return element.getBoundingClientRect();
}

/** Unlike the helper of the panel's tests, it does not load the panel. */
async function expectFocus(locator: Locator): Promise<void> {
  await expect.poll(() => locator.element().matches(":focus")).toBe(true);
}

async function cornerOf(locator: Locator): Promise<string> {
  const { x, y, width, height } = await boxOf(locator);
  return `${y + height / 2 < innerHeight / 2 ? "top" : "bottom"}-${x + width / 2 < innerWidth / 2 ? "left" : "right"}`;
}

/** Drags something to a point of the page. */
async function drag(locator: Locator, x: number, y: number): Promise<void> {
  const target = document.createElement("div");
  target.style = `position: fixed; left: ${x - 1}px; top: ${y - 1}px; width: 2px; height: 2px; pointer-events: none`;
  document.body.append(target);
  await userEvent.dragAndDrop(locator, page.elementLocator(target), { force: true });
  target.remove();
}

/** Everything that the drawer could change in the page. */
function pageState(): string {
  const { documentElement, body, adoptedStyleSheets } = document;
  const style = [...getComputedStyle(documentElement)].map((name) => [
    name,
    getComputedStyle(documentElement).getPropertyValue(name),
  ]);
  return JSON.stringify([
    style,
    documentElement.getAttributeNames(),
    adoptedStyleSheets.length,
    body.getBoundingClientRect(),
    documentElement.scrollWidth,
    documentElement.scrollHeight,
  ]);
}

test("the code of the switcher is loaded when the drawer is first opened", async () => {
  const loaded = (): string[] =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => /\/(dock|auth0-scenarios)\.ts$/.test(path));
  await start(mockAuth0());
  await expect.element(button).toBeVisible();
  expect(loaded()).toEqual([]);
  await button.click();
  await expectFocus(list);
  expect(loaded()).toHaveLength(2);
});

test("a test of the page finds nothing of a closed switcher", async () => {
  const auth0 = mockAuth0();
  await start(auth0);
  auth0.use("oauth-ro/wrong-password");
  auth0.use("passwordless-start/missing-email");
  const words = /password|e-?mail|user|phone|code|sign|log|submit|send/i;
  await expect.element(button).toHaveAccessibleDescription("oauth-ro/wrong-password passwordless-start/missing-email");

  expect(page.getByLabelText(words).elements()).toEqual([document.querySelector("input")]);
  expect(page.getByText(words).elements()).toEqual([...document.querySelectorAll("label, body > button")]);
  expect(page.getByRole("button", { name: words }).elements()).toEqual([document.querySelector("body > button")]);
  for (const query of [page.getByTitle(words), page.getByPlaceholder(words), page.getByAltText(words)]) {
    expect(query.elements()).toEqual([]);
  }
  expect(page.getByRole("textbox").elements()).toEqual([document.querySelector("input")]);
  for (const role of ["combobox", "listbox", "dialog", "alert", "log", "heading", "form"]) {
    expect(page.getByRole(role).elements()).toEqual([]);
  }
  expect(button.element().textContent?.trim()).toBe("");

  const shown = [...button.element().querySelectorAll("[data-text]")].map((each) =>
    getComputedStyle(each, "::before").content.slice(1, -1),
  );
  expect(shown.join(" ")).toBe("Auth0 mock 401 oauth-ro/ wrong-password 400 passwordless-start/ missing-email");

  // The same queries look into the switcher, once it is open.
  await toggle();
  await expect.poll(() => page.getByText("wrong-password").elements().length).toBeGreaterThan(0);
});

describe("the button", () => {
  test("can be dragged to any corner, and stays there over reloads", async () => {
    const auth0 = mockAuth0();
    await start(auth0);
    await expect.element(button).toBeVisible();
    expect(await cornerOf(button)).toBe("bottom-right");
    for (const [x, y, corner] of [
      [300, 200, "top-left"],
      [900, 100, "top-right"],
      [500, 600, "bottom-left"],
      [1000, 500, "bottom-right"],
      [100, 100, "top-left"],
    ] as const) {
      await drag(button, x, y);
      await expect.poll(() => cornerOf(button)).toBe(corner);
      const { left, top, right, bottom } = await boxOf(button);
      expect(Math.min(left, innerWidth - right)).toBe(16);
      expect(Math.min(top, innerHeight - bottom)).toBe(16);
    }
    expect(drawer.elements()).toEqual([]);

    await restart(auth0);
    expect(await cornerOf(button)).toBe("top-left");
    await button.click();
    await expect.element(drawer).toBeVisible();
  });

  test("goes back to its corner when it is dragged within it", async () => {
    await start(mockAuth0());
    const before = await boxOf(button);
    await drag(button, 1000, 600);
    await expect.poll(async () => (await boxOf(button)).toJSON()).toEqual(before.toJSON());
    expect(drawer.elements()).toEqual([]);
    (button.element() as HTMLElement).focus();
    await press("{Enter}");
    await expect.element(drawer).toBeVisible();
  });

  test("can be moved with Alt and the arrow keys, and says so", async () => {
    await start(mockAuth0());
    await expect.element(button).toHaveAttribute("aria-keyshortcuts", expect.stringContaining("Alt+ArrowUp"));
    await expect.element(button).toHaveAttribute("title", expect.stringContaining("Alt and an arrow key"));
    (button.element() as HTMLElement).focus();
    for (const [key, corner] of [
      ["ArrowUp", "top-right"],
      ["ArrowLeft", "top-left"],
      ["ArrowDown", "bottom-left"],
      ["ArrowRight", "bottom-right"],
    ]) {
      await press(`{Alt>}{${key}}{/Alt}`);
      await expect.poll(() => cornerOf(button)).toBe(corner);
      await expectFocus(button);
    }
    await press("{ArrowUp}");
    expect(await cornerOf(button)).toBe("bottom-right");
  });

  test("can be hidden, and stays hidden over reloads; Alt+0 still opens the drawer", async () => {
    const auth0 = mockAuth0();
    await start(auth0);
    await toggle();
    await control("Hide button").click();
    await expectFocus(control("Show button"));
    await press("{Escape}");
    await expect.element(drawer).not.toBeInTheDocument();
    const host = document.querySelector("auth0-drawer");
    expect(host?.shadowRoot?.querySelectorAll("button, [role]")).toHaveLength(0);

    open("auth0-scenario=oauth-ro/user-bloked");
    await restart(auth0);
    await expect.element(page.getByRole("alert")).toMatchTextContent('Did you mean "oauth-ro/user-blocked"?');
    expect(button.elements()).toEqual([]);

    await toggle();
    await control("Show button").click();
    await press("{Escape}");
    await expect.element(button).toBeVisible();
    open("");
    await restart(auth0);
    await expect.element(button).toBeVisible();
  });

  test("shows that a scenario in the URL is ignored until the user selects one", async () => {
    const auth0 = mockAuth0();
    open("auth0-scenario=oauth-ro/user-bloked,passwordless-start/user-blocked");
    await start(auth0);
    const host = document.querySelector("auth0-drawer");
    const warning = (): string[] =>
      [...(host?.shadowRoot?.querySelectorAll(".warning [data-text]") ?? [])].map(
        (each) => getComputedStyle(each, "::before").content,
      );
    await expect.poll(warning).toEqual(['"Scenario ignored"']);
    await expect
      .element(button)
      .toHaveAccessibleDescription("Scenario ignored. oauth-ro/live passwordless-start/user-blocked");
    await expect.element(page.getByRole("alert")).toMatchTextContent('Did you mean "oauth-ro/user-blocked"?');
    await page.getByRole("button", { name: "Dismiss" }).click();
    expect(warning()).toHaveLength(1);

    await toggle();
    await expectFocus(list);
    await press("{ArrowDown}");
    expect(warning()).toHaveLength(1);
    await press("{Enter}");
    await expect.poll(warning).toEqual([]);
  });
});

describe("the drawer", () => {
  test.each([
    ["right", "Dock right"],
    ["left", "Dock left"],
    ["bottom", "Dock at the bottom"],
  ])("is beside the page, at the %s, and leaves no trace when it is closed", async (side, name) => {
    const style = document.createElement("style");
    style.textContent = "html { width: 100%; height: 100%; min-width: 1000px } body { height: 100%; min-height: 0 }";
    document.body.append(style);
    await start(mockAuth0());
    const before = pageState();
    await toggle();
    await control(name).click();
    await expect.element(control(name)).toHaveAttribute("aria-pressed", "true");

    const [{ left, top, right, bottom }, body] = [await boxOf(drawer), document.body.getBoundingClientRect()];
    expect({ left, top, right, bottom }).toEqual(
      {
        right: { left: 800, top: 0, right: 1280, bottom: 720 },
        left: { left: 0, top: 0, right: 480, bottom: 720 },
        bottom: { left: 0, top: 320, right: 1280, bottom: 720 },
      }[side],
    );
    expect({ left: body.left, top: body.top, right: body.right, bottom: body.bottom }).toEqual(
      {
        right: { left: 0, top: 0, right: 800, bottom: 720 },
        left: { left: 480, top: 0, right: 1280, bottom: 720 },
        bottom: { left: 0, top: 0, right: 1280, bottom: 320 },
      }[side],
    );

    await press("{Escape}");
    await expect.element(drawer).not.toBeInTheDocument();
    expect(pageState()).toBe(before);

    // It is at the same side next time, and `stop()` makes the page whole again, too.
    await toggle();
    await expect.element(control(name)).toHaveAttribute("aria-pressed", "true");
    expect(pageState()).not.toBe(before);
    await stopAll();
    expect(pageState()).toBe(before);
  });

  test("is at the bottom of a narrow page, and the page scrolls above it", async () => {
    await page.viewport(320, 600);
    await start(mockAuth0());
    document.body.insertAdjacentHTML("beforeend", '<p style="height: 400px"></p><input aria-label="low" />');
    document.body.insertAdjacentHTML("beforeend", '<p style="height: 1000px"></p><input aria-label="last" />');
    const low = document.querySelector<HTMLInputElement>("[aria-label=low]");
    low?.focus();
    expect(low?.getBoundingClientRect().top).toBeGreaterThan(300);
    await toggle();
    await expectFocus(list);
    expect(low?.getBoundingClientRect().bottom).toBeLessThanOrEqual(300);
    expect((await boxOf(drawer)).toJSON()).toMatchObject({ left: 0, top: 300, right: 320, bottom: 600 });
    expect(drawer.getByRole("group", { name: "Side of the page" }).elements()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBe(320);
    const last = document.querySelector<HTMLInputElement>("[aria-label=last]");
    last?.focus();
    expect(last?.getBoundingClientRect().bottom).toBeLessThanOrEqual(300);

    // The side is the user's again when there is room.
    await page.viewport(1280, 720);
    await expect.poll(async () => (await boxOf(drawer)).left).toBe(800);
  });

  test("can be resized with the keyboard, and keeps its size", async () => {
    const auth0 = mockAuth0();
    await start(auth0);
    await toggle();
    await expectFocus(list);
    (separator.element() as HTMLElement).focus();
    const expectWidth = async (width: number): Promise<void> => {
      await expect.element(separator).toHaveAttribute("aria-valuenow", String(width));
      expect((await boxOf(drawer)).width).toBe(width);
      expect(document.body.getBoundingClientRect().width).toBe(1280 - width);
    };
    await expect.element(separator).toHaveAttribute("aria-orientation", "vertical");
    await expectWidth(480);
    for (const [key, width] of [
      ["ArrowLeft", 496],
      ["ArrowRight", 480],
      ["ArrowUp", 480],
      ["End", 960],
      ["ArrowLeft", 960],
      ["Home", 320],
      ["ArrowLeft", 336],
    ] as const) {
      await press(`{${key}}`);
      await expectWidth(width);
    }
    await restart(auth0);
    await expect.element(drawer).toBeVisible();
    await expectWidth(336);
    await separator.dblClick({ force: true });
    await expectWidth(480);
  });

  test("can be resized with the pointer at each side", async () => {
    await start(mockAuth0());
    await toggle();
    await boxOf(drawer);
    await drag(separator, 700, 300);
    await expect.poll(async () => Math.round((await boxOf(drawer)).width / 10)).toBe(58);
    await control("Dock left").click();
    await drag(separator, 400, 300);
    await expect.poll(async () => Math.round((await boxOf(drawer)).width / 10)).toBe(40);
    await control("Dock at the bottom").click();
    await drag(separator, 300, 500);
    await expect.poll(async () => Math.round((await boxOf(drawer)).height / 10)).toBe(22);
    await drag(separator, 300, 10);
    await expect.poll(async () => (await boxOf(drawer)).height).toBe(540);
  });

  test("opens once when it is opened and closed while it loads", async () => {
    await start(mockAuth0());
    // At once, before anything is loaded.
    for (let times = 0; times < 3; times++) {
      window.dispatchEvent(new KeyboardEvent("keydown", { code: "Digit0", altKey: true }));
    }
    await expect.element(drawer).toBeVisible();
    await toggle();
    await expect.element(drawer).not.toBeInTheDocument();
  });

  test("several mocks have one button each, which move together, and one open drawer", async () => {
    const [one, two] = [mockAuth0({ domain: "one.auth0.com" }), mockAuth0({ domain: "two.auth0.com" })];
    await start(one);
    await start(two);
    for (const auth0 of [one, two]) {
      auth0.use("oauth-ro/wrong-password");
      auth0.use("passwordless-start/missing-email");
    }
    await expect.element(button.nth(1)).toHaveAccessibleDescription(/wrong-password/);
    const expectStacked = async (): Promise<void> => {
      const [first, second] = [await boxOf(button.nth(0)), await boxOf(button.nth(1))];
      expect(first.right).toBe(second.right);
      expect(first.bottom <= second.top || second.bottom <= first.top).toBe(true);
    };
    await expectStacked();
    await drag(button.nth(1), 1000, 100);
    await expect.poll(() => cornerOf(button.nth(0))).toBe("top-right");
    await expectStacked();

    await button.nth(0).click();
    await expectFocus(list);
    const [other] = button.elements();
    expect(other?.getBoundingClientRect().right).toBeLessThanOrEqual(800);
    await userEvent.click(button);
    // The first one may still be open: wait for the second.
    await expect.poll(() => document.querySelectorAll("auth0-drawer")[1]).toHaveAttribute("open");
    await expect.poll(() => document.querySelectorAll("auth0-drawer[open]").length).toBe(1);
    await expect.poll(() => document.body.getBoundingClientRect().width).toBe(800);

    await stopAll();
    await start(one);
    await start(two);
    // The first one may still be open: wait for the second.
    await expect.poll(() => document.querySelectorAll("auth0-drawer")[1]).toHaveAttribute("open");
    await expect.poll(() => document.querySelectorAll("auth0-drawer[open]").length).toBe(1);
  });

  test("has no axe violations at any side", async () => {
    open("auth0-scenario=oauth-ro/user-bloked,passwordless-start/user-blocked");
    await start(mockAuth0());
    const host = document.querySelector("auth0-drawer");
    const findViolations = async (): Promise<string[]> => {
      const { violations } = await axe.run(host ?? document, {
        rules: { "label-content-name-mismatch": { enabled: true } },
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join(", ")}`,
      );
    };
    await expect.element(page.getByRole("alert")).toBeVisible();
    expect(await findViolations()).toEqual([]);
    await toggle();
    for (const name of ["Dock left", "Dock at the bottom", "Dock right", "Hide button"]) {
      await control(name).click();
      await boxOf(drawer);
      expect(await findViolations()).toEqual([]);
    }
  });
});

function open(search: string): void {
  history.replaceState(null, "", `?${search}`);
}
