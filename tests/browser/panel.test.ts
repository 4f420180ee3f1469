import { type MockAuth0, mockAuth0 } from "auth0-msw";
import { afterEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { button, detail, filter, expectFocus, list, mount, options, announcements, tab } from "../helpers/panel.ts";

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe("the catalog", () => {
  test("lists every scenario, with live first in each endpoint", async () => {
    const { auth0 } = await mount();
    await expect.element(options.first()).toMatchTextContent("live the tenant answers on");
    expect(options.elements()).toHaveLength(auth0.scenarios.length + 2);
    const group = page.getByRole("group", { name: "POST /passwordless/start" });
    await expect.element(group.getByRole("option").first()).toMatchTextContent("live the tenant answers on");
  });

  test("filters by text", async () => {
    await mount();
    await filter.fill("BLOCKED administrator");
    await expect.element(options).toHaveLength(2);
    await expect.element(options.first()).toMatchTextContent("401 user-blocked documented");
    await expect.element(announcements).toMatchTextContent("2 scenarios.");
    await filter.fill("zebra");
    await expect.element(page.getByText(/No scenario matches\./)).toBeVisible();
    await userEvent.click(page.getByRole("button", { name: "Clear the filter" }).first());
    await expectFocus(filter);
    await expect.element(options).toHaveLength(77);
  });

  test("filters by endpoint, status and evidence", async () => {
    await mount();
    await page.getByLabelText("Endpoint").selectOptions("passwordless-start");
    await expect.element(options).toHaveLength(31);
    await page.getByLabelText("Evidence").selectOptions("observed");
    await expect.element(options).toHaveLength(7);
    await page.getByLabelText("Status").selectOptions("403");
    await expect.element(options).toHaveLength(1);
    await expect.element(detail("passwordless-start/client-authentication-required")).toBeVisible();
    await page.getByLabelText("Evidence").selectOptions("");
    await page.getByLabelText("Status").selectOptions("none");
    await expect.element(options).toHaveLength(2);
  });

  test("shows the evidence and links to its source", async () => {
    await mount();
    await filter.fill("oauth-ro/grant-not-allowed");
    const shown = detail("oauth-ro/grant-not-allowed");
    await expect.element(shown).toMatchTextContent(/observed github.com.*\(the status is inferred\)/);
    const link = shown.getByRole("link");
    await expect.element(link).toHaveAttribute("href", "https://github.com/auth0/Auth0.swift/issues/121");
    await expect.element(link).toHaveAttribute("target", "_blank");
    await expect.element(link).toHaveAttribute("rel", "noopener noreferrer");
  });

  test("lists custom scenarios too", async () => {
    const scenarios = { "oauth-ro": { terms: { status: 403, description: "Accept {what}", body: { to: "{what}" } } } };
    const { actions } = await mount(mockAuth0({ scenarios }) as unknown as MockAuth0);
    await filter.fill("terms");
    await expect.element(detail("oauth-ro/terms")).toMatchTextContent("has no default");
    await page.getByRole("textbox", { name: "what", exact: true }).fill("them");
    await expect.element(page.getByText("Shown with the default params.")).toBeVisible();
    await button("Use").click();
    expect(actions).toEqual([{ type: "use", activation: { use: "oauth-ro/terms", params: { what: "them" } } }]);
  });
});

describe("the keyboard", () => {
  test("searches, selects and uses a scenario", async () => {
    const { auth0, actions } = await mount();
    await tab("scenarios").click();
    await userEvent.keyboard("/");
    await expectFocus(filter);
    await userEvent.keyboard("leaked");
    await expect.element(options).toHaveLength(1);
    await userEvent.keyboard("{Enter}");
    expect(actions).toEqual([{ type: "use", activation: { use: "oauth-ro/password-leaked" } }]);
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/password-leaked");
    await expect.element(announcements).toMatchTextContent("/oauth/ro now responds with password-leaked.");
    await expect.element(options.first()).toMatchTextContent("password-leaked on");

    await userEvent.keyboard("{Escape}");
    await expect.element(filter).toHaveValue("");
    await expect.element(list.getByRole("option", { selected: true })).toMatchTextContent("password-leaked");
    await userEvent.keyboard("{ArrowDown}{Shift>}{Enter}{/Shift}");
    expect(actions.at(-1)).toEqual({ type: "once", activation: { use: "oauth-ro/requires-verification" } });
    await expect.element(announcements).toMatchTextContent("requires-verification is set for the next request only.");
  });

  test("moves in the list with arrows, Home and End, and types letters in the filter", async () => {
    await mount();
    await options.first().click();
    await expectFocus(list);
    await userEvent.keyboard("{End}");
    await expect.element(detail("passwordless-start/no-response")).toBeVisible();
    await userEvent.keyboard("{ArrowDown}{PageUp}{PageUp}{Home}{ArrowUp}");
    await expect.element(detail("oauth-ro/live")).toBeVisible();
    const first = options.first().element();
    expect(list.element().getAttribute("aria-activedescendant")).toBe(first.id);
    await userEvent.keyboard("mfa-req");
    await expect.element(filter).toHaveValue("mfa-req");
    await expect.element(detail("oauth-ro/mfa-required")).toBeVisible();
  });

  test("moves between tabs with arrows", async () => {
    await mount();
    await tab("scenarios").click();
    await userEvent.keyboard("{ArrowLeft}");
    await expectFocus(tab("inbox"));
    await userEvent.keyboard("{ArrowRight}{ArrowRight}");
    await expect.element(tab("calls")).toHaveAttribute("aria-selected", "true");
    await expect
      .element(page.getByRole("tabpanel", { name: "calls", exact: false }))
      .toMatchTextContent("No calls yet");
  });

  test("hides handled keys from the page's shortcuts", async () => {
    await mount();
    const keys: string[] = [];
    document.addEventListener("keydown", ({ key }) => keys.push(key));
    await options.first().click();
    await userEvent.keyboard("{ArrowDown}/x{Backspace}{Escape}");
    expect(keys).toEqual(["x", "Backspace", "Escape"]);
  });
});

describe("the details of a scenario", () => {
  test("show status, body, headers, params, evidence and the example request", async () => {
    await mount();
    await filter.fill("oauth-ro/too-many-requests");
    const shown = detail("oauth-ro/too-many-requests");
    await expect.element(shown).toMatchTextContent("The tenant's rate limit is reached");
    await expect.element(shown).toMatchTextContent("inferred a number of seconds, RFC 9110 section 10.2.3");
    await expect.element(shown).toMatchTextContent("x-ratelimit-reset: now + 30");
    await expect.element(shown).toMatchTextContent('"error": "too_many_requests"');
    await expect.element(shown).toMatchTextContent(/Example request\s*POST \/oauth\/ro/);
    await expect.element(shown).toMatchTextContent('"windowSeconds": 30');
  });

  test("include params and delay in the activation and in the code lines", async () => {
    const { auth0, actions, send } = await mount();
    await filter.fill("sms-provider-error");
    const shown = detail("passwordless-start/sms-provider-error");
    await shown.getByRole("textbox", { name: "code", exact: true }).fill("21610");
    await shown.getByLabelText("delay", { exact: true }).selectOptions("Milliseconds");
    await shown.getByLabelText("Milliseconds").fill("5");
    await expect.element(shown).toMatchTextContent("is not a valid phone number. (Code: 21610)");
    await expect
      .element(
        shown.getByText('auth0.use("passwordless-start/sms-provider-error", { params: { code: 21610 }, delay: 5 });', {
          exact: true,
        }),
      )
      .toBeVisible();
    await expect
      .element(
        shown.getByText(
          'parameters: { auth0: { use: "passwordless-start/sms-provider-error", params: { code: 21610 }, delay: 5 } }',
          { exact: true },
        ),
      )
      .toBeVisible();
    await userEvent.keyboard("{Enter}");
    const activation = { use: "passwordless-start/sms-provider-error", params: { code: 21610 }, delay: 5 };
    expect(actions).toEqual([{ type: "use", activation }]);
    await send("passwordless-start");
    expect(auth0.calls()[0]?.toJSON().response?.body).toMatchObject({
      error_description: expect.stringContaining("(Code: 21610)"),
    });

    await button("Restore defaults").click();
    await expect.element(shown.getByRole("textbox", { name: "code", exact: true })).toHaveValue("21211");
    await expectFocus(shown.getByRole("textbox", { name: "message", exact: true }));
    await button("Once").click();
    expect(actions.at(-1)).toEqual({ type: "once", activation: { use: "passwordless-start/sms-provider-error" } });
  });

  test("keep edits while another scenario is shown", async () => {
    await mount();
    await filter.fill("passwordless-start/invalid-email");
    await page.getByRole("textbox", { name: "email", exact: true }).fill("nobody");
    await filter.fill("passwordless-start/invalid-send");
    await expect.element(page.getByRole("textbox", { name: "send", exact: true })).toHaveValue("pigeon");
    await filter.fill("passwordless-start/invalid-email");
    await expect.element(page.getByRole("textbox", { name: "email", exact: true })).toHaveValue("nobody");
  });

  test("accept an infinite delay and reject an invalid one", async () => {
    const { actions } = await mount();
    const delay = page.getByLabelText("delay", { exact: true });
    await delay.selectOptions("Until the next switch");
    await button("Use").click();
    await delay.selectOptions("Like a real service");
    await button("Use").click();
    await delay.selectOptions("Milliseconds");
    await page.getByLabelText("Milliseconds").fill("-1");
    await button("Use").click();
    await expectFocus(page.getByLabelText("Milliseconds"));
    await expect.element(announcements).toMatchTextContent("live is active.");
    expect(actions).toEqual([
      { type: "use", activation: { use: "oauth-ro/live", delay: "infinite" } },
      { type: "use", activation: { use: "oauth-ro/live", delay: "real" } },
    ]);
  });

  test("reset one endpoint, or everything", async () => {
    const { auth0, actions } = await mount();
    auth0.use("oauth-ro/user-blocked");
    await expect.element(detail("oauth-ro/user-blocked")).toMatchTextContent("on");
    await button("Reset /oauth/ro").click();
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
    await button("Reset all").click();
    expect(actions).toEqual([{ type: "reset", endpoint: "oauth-ro" }, { type: "reset" }]);
    await expect.element(announcements).toMatchTextContent("Everything is reset.");
  });

  test("follow the active scenario until the user selects another", async () => {
    const { auth0 } = await mount();
    auth0.use("passwordless-start/invalid-email");
    await expect.element(detail("passwordless-start/invalid-email")).toBeVisible();
    await expect.element(announcements).toMatchTextContent("/passwordless/start now responds with invalid-email.");
    await options.nth(1).click();
    auth0.use("oauth-ro/network-error");
    await expect.element(announcements).toMatchTextContent("/oauth/ro now responds with network-error.");
    await expect.element(detail("oauth-ro/success")).toBeVisible();
    await page.getByTitle("Show oauth-ro/network-error").click();
    await expect.element(detail("oauth-ro/network-error")).toMatchTextContent("No response arrives.");
    await expectFocus(list);
  });

  test.each([
    ["a test", 'auth0.use("oauth-ro/live");'],
    ["a story", 'parameters: { auth0: "oauth-ro/live" }'],
    ["a URL", "?auth0-scenario=oauth-ro/live"],
  ])("have a line to copy for %s", async (place, line) => {
    await mount();
    const target = document.createElement("textarea");
    document.body.append(target);
    await button(`Copy the line for ${place}`).click();
    await expect.element(announcements).toMatchTextContent("Copied.");
    target.focus();
    await userEvent.keyboard("{ControlOrMeta>}v{/ControlOrMeta}");
    expect(target.value).toBe(line);
  });

  test("select the line when the browser blocks copying", async () => {
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no", "NotAllowedError"));
    await mount();
    await button("Copy the line for a URL").click();
    await expect.element(announcements).toMatchTextContent("The browser blocked copying.");
    expect(getSelection()?.toString()).toBe("?auth0-scenario=oauth-ro/live");
  });
});

describe("calls", () => {
  test("never show secrets of requests or responses", async () => {
    const { panel, send } = await mount();
    const canary = "canary7f3a";
    await send("oauth-ro", { password: canary, clientSecret: canary, note: `https://a.example/?code=${canary}` });
    await send("passwordless-start", { [`{"password":"${canary}"}`]: "" });
    await tab("calls").click();
    for (const details of panel.renderRoot.querySelectorAll("details")) details.open = true;
    expect(panel.renderRoot.textContent).toContain("[masked]");
    expect(panel.renderRoot.textContent).not.toContain(canary);
  });

  test("are listed newest first, with request, response and reason", async () => {
    const { auth0, send } = await mount();
    await send("oauth-ro", { username: "ada@example.com" });
    auth0.use("oauth-ro/too-many-logins");
    await send("oauth-ro");
    await expect.element(announcements).toMatchTextContent("New call to /oauth/ro: status 429, too-many-logins.");
    await tab("calls").click();
    const calls = page.getByRole("tabpanel").getByRole("group");
    await expect.element(calls.first()).toMatchTextContent(/429 oauth-ro\/too-many-logins use #2/);
    await expect.element(calls.last()).toMatchTextContent(/200 oauth-ro\/success ada@example.com signed in #1/);
    await page.getByText("ada@example.com signed in").first().click();
    await expect.element(calls.last()).toMatchTextContent("POST https://demo.eu.auth0.com/oauth/ro");
    await expect.element(calls.last()).toMatchTextContent('"password": "[masked]"');
    await expect.element(calls.last()).toMatchTextContent('"access_token": "[masked]"');
    await expect.element(calls.last()).toMatchTextContent("Why: ada@example.com signed in");
    await button("Show oauth-ro/success").click();
    await expect.element(detail("oauth-ro/success")).toBeVisible();
    await expectFocus(list);
  });

  test("stay expanded when a new one arrives, and are cleared by a reset", async () => {
    const { auth0, send } = await mount();
    auth0.use("oauth-ro/internal-server-error");
    await send("oauth-ro");
    await tab("calls").click();
    await page.getByText("oauth-ro/internal-server-error").first().click();
    await expect.element(page.getByText("The body is empty.")).toBeVisible();
    auth0.use("oauth-ro/network-error");
    await send("oauth-ro");
    await expect.element(tab("calls")).toMatchTextContent("2");
    await expect.element(page.getByText("The body is empty.")).toBeVisible();
    auth0.reset();
    await expect.element(page.getByText(/No calls yet/)).toBeVisible();
  });

  test("show HTML as text", async () => {
    const markup = '<img src="x" onerror="document.title = `run`"><script>document.title = "run"</script>';
    const { auth0, panel, send } = await mount();
    document.title = "still";
    auth0.use("passwordless-start/sms-provider-error", { params: { message: markup } });
    await send("passwordless-start", { phone_number: markup, connection: "sms" });
    panel.error = markup;
    await page.getByRole("textbox", { name: "message", exact: true }).fill(markup);
    await expect.element(page.getByRole("alert")).toMatchTextContent(markup);
    await tab("calls").click();
    await page.getByText("passwordless-start/sms-provider-error").first().click();
    await expect.element(page.getByText(JSON.stringify(markup))).toBeVisible();
    expect(panel.shadowRoot?.querySelector("img, script")).toBeNull();
    expect(document.title).toBe("still");
  });
});

test("the inbox lists codes and links, newest first", async () => {
  const { auth0, send } = await mount();
  await send("passwordless-start");
  await send("passwordless-start", { send: "link", email: "grace@example.com" });
  const message = auth0.inbox.latest("grace@example.com");
  await expect.element(announcements).toMatchTextContent("A link was sent to grace@example.com.");
  await expect.element(tab("inbox")).toMatchTextContent("2");
  await tab("inbox").click();
  const panel = page.getByRole("tabpanel", { name: "inbox", exact: false });
  await expect.element(panel).toMatchTextContent(/grace@example\.com via email.*ada@example\.com via email/);
  await expect.element(panel).toMatchTextContent(message?.link ?? "no link");
  await button("Copy the code for grace@example.com").click();
  await expect.element(announcements).toMatchTextContent("Copied.");
  auth0.reset();
  await expect.element(panel).toMatchTextContent("No messages yet.");
});

test("shows an error as an alert, and still works", async () => {
  const { actions, panel } = await mount();
  panel.error = 'Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?';
  await expect.element(page.getByRole("alert")).toMatchTextContent(/Did you mean "oauth-ro\/user-blocked"\?/);
  await filter.fill("user-blocked");
  await userEvent.keyboard("{Enter}");
  expect(actions).toHaveLength(1);
  panel.error = undefined;
  await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
});

test("shows a hint until there is a model", async () => {
  const { panel } = await mount();
  panel.model = undefined;
  await expect.element(page.getByText("Waiting for a page that uses auth0-msw.")).toBeVisible();
});
