import { type MockAuth0, mockAuth0 } from "auth0-msw";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Locator, page, userEvent } from "vitest/browser";
import { linkTo } from "../../src/browser/kept-switches.ts";
import type { UntypedActivation } from "../../src/catalog/activation.ts";
import type { PanelAction } from "../../src/panel/model.ts";
import {
  announcements,
  button,
  detail,
  expectFocus,
  filter,
  list,
  mount,
  options,
  param,
  tab,
} from "../helpers/panel.ts";

/** The action that switches one scenario on. */
function use(activation: UntypedActivation): PanelAction {
  return { type: "use", selection: { activations: [activation] } };
}

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe("the catalog", () => {
  test("lists every scenario, with live first in each endpoint", async () => {
    const { auth0 } = await mount();
    await expect.element(options.first()).toMatchTextContent("live Demo tenant answers as the service would on");
    expect(options.elements()).toHaveLength(auth0.scenarios.length + 2);
    const group = page.getByRole("group", { name: "POST /passwordless/start" });
    await expect
      .element(group.getByRole("option").first())
      .toMatchTextContent("live Demo tenant answers as the service would on");
  });

  test("filters by text", async () => {
    await mount();
    await filter.fill("BLOCKED administrator");
    await expect.element(options).toHaveLength(2);
    await expect.element(options.first()).toMatchTextContent("401 User blocked user-blocked documented");
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
    await param("what").fill("them");
    await expect.element(page.getByText("Shown with the default params.")).toBeVisible();
    await button("Use").click();
    expect(actions).toEqual([use({ use: "oauth-ro/terms", params: { what: "them" } })]);
  });
});

describe("the keyboard", () => {
  test("searches, selects and uses a scenario", async () => {
    const { auth0, actions, send } = await mount();
    await tab("scenarios").click();
    await userEvent.keyboard("/");
    await expectFocus(filter);
    await userEvent.keyboard("leaked");
    await expect.element(options).toHaveLength(1);
    await userEvent.keyboard("{Enter}");
    expect(actions).toEqual([use("oauth-ro/password-leaked")]);
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/password-leaked");
    await expect.element(announcements).toMatchTextContent("/oauth/ro now responds with password-leaked.");
    await expect.element(options.first()).toMatchTextContent("password-leaked on");

    await userEvent.keyboard("{Escape}");
    await expect.element(filter).toHaveValue("");
    await expect.element(list.getByRole("option", { selected: true })).toMatchTextContent("password-leaked");
    await userEvent.keyboard("{ArrowDown}{Shift>}{Enter}{/Shift}");
    expect(actions.at(-1)).toEqual({ type: "once", activation: "oauth-ro/requires-verification" });
    await expect.element(options.filter({ hasText: "requires-verification" })).toMatchTextContent("next request");
    await send("oauth-ro");
    await expect.element(options.filter({ hasText: "requires-verification" })).toMatchTextContent("used");
    await expect.element(announcements).toMatchTextContent("Requires verification is set for the next request only.");
  });

  test("moves in the list with arrows, Home and End, and types letters in the filter", async () => {
    await mount();
    await tab("scenarios").click();
    (list.element() as HTMLElement).focus();
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
    await expectFocus(tab("tenant"));
    await userEvent.keyboard("{ArrowRight}{ArrowRight}{ArrowRight}");
    await expect.element(tab("calls")).toHaveAttribute("aria-selected", "true");
    await expect
      .element(page.getByRole("tabpanel", { name: "calls", exact: false }))
      .toMatchTextContent("No calls yet");
  });

  test("hides handled keys from the page's shortcuts", async () => {
    await mount();
    const keys: string[] = [];
    document.addEventListener("keydown", ({ key }) => keys.push(key));
    (list.element() as HTMLElement).focus();
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
    await param("code").fill("21610");
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
    expect(actions).toEqual([use(activation)]);
    await send("passwordless-start");
    expect(auth0.calls()[0]?.toJSON().response?.body).toMatchObject({
      error_description: expect.stringContaining("(Code: 21610)"),
    });

    await button("Restore defaults").click();
    await expect.element(param("code")).toHaveValue("21211");
    await expectFocus(param("message"));
    await button("Once").click();
    expect(actions.at(-1)).toEqual({ type: "once", activation: "passwordless-start/sms-provider-error" });
  });

  test("keep edits while another scenario is shown", async () => {
    await mount();
    await filter.fill("passwordless-start/invalid-email");
    await param("email").fill("nobody");
    await filter.fill("passwordless-start/invalid-send");
    await expect.element(param("send")).toHaveValue("pigeon");
    await filter.fill("passwordless-start/invalid-email");
    await expect.element(param("email")).toHaveValue("nobody");
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
    await expect.element(announcements).toMatchTextContent("Demo tenant is active.");
    expect(actions).toEqual([
      use({ use: "oauth-ro/live", delay: "infinite" }),
      use({ use: "oauth-ro/live", delay: "real" }),
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
    (list.element() as HTMLElement).focus();
    await userEvent.keyboard("{Home}{ArrowDown}");
    auth0.use("oauth-ro/network-error");
    await expect.element(announcements).toMatchTextContent("/oauth/ro now responds with network-error.");
    await expect.element(detail("oauth-ro/success")).toBeVisible();
    await page.getByTitle("Show oauth-ro/network-error").click();
    await expect.element(detail("oauth-ro/network-error")).toMatchTextContent("No response arrives.");
    await expectFocus(list);
  });

  test.each([
    ["the line for a test", 'auth0.use("oauth-ro/live");'],
    ["the line for a story", 'parameters: { auth0: "oauth-ro/live" }'],
    ["the link", linkTo({ activations: ["oauth-ro/live"] })],
  ])("have %s to copy", async (what, line) => {
    await mount();
    const target = document.createElement("textarea");
    document.body.append(target);
    await button(`Copy ${what}`).click();
    await expect.element(announcements).toMatchTextContent("Copied.");
    target.focus();
    await userEvent.keyboard("{ControlOrMeta>}v{/ControlOrMeta}");
    expect(target.value).toBe(line);
  });

  test("select the line when the browser blocks copying", async () => {
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new DOMException("no", "NotAllowedError"));
    await mount();
    await button("Copy the link").click();
    await expect.element(announcements).toMatchTextContent("The browser blocked copying.");
    expect(getSelection()?.toString()).toMatch(/^http.*[?&]auth0-scenario=oauth-ro\/live$/);
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
    await param("message").fill(markup);
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

test("a click switches a scenario on, and arrow keys only look", async () => {
  const { actions } = await mount();
  await options.filter({ hasText: "user-blocked" }).first().click();
  expect(actions).toEqual([use("oauth-ro/user-blocked")]);
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(detail("oauth-ro/password-leaked")).toBeVisible();
  expect(actions).toHaveLength(1);
});

describe("a request", () => {
  test("is missing until the scenario has been seen", async () => {
    const { auth0, actions, send } = await mount();
    const hint = page.getByRole("group", { name: "How to see it" });
    await expect.element(hint).not.toBeInTheDocument();
    auth0.use("oauth-ro/password-leaked");
    await expect.element(hint).toMatchTextContent("Submit the form to see 401 password-leaked.");
    await hint.getByRole("button", { name: "Send" }).click();
    expect(actions).toEqual([{ type: "send", id: "oauth-ro/password-leaked" }]);
    await send("oauth-ro");
    await expect.element(hint).not.toBeInTheDocument();
  });

  test("is not asked for while a play runs", async () => {
    const { auth0, panel } = await mount();
    auth0.use("oauth-ro/password-leaked");
    const hint = page.getByRole("group", { name: "How to see it" });
    await expect.element(hint).toBeVisible();
    if (panel.model) panel.model = { ...panel.model, isPlaying: true };
    await expect.element(hint).not.toBeInTheDocument();
  });

  test("waits until its answer is chosen in the list", async () => {
    const { auth0, actions, send } = await mount();
    await button("Hold").click();
    await expect
      .element(page.getByRole("group", { name: "Hold" }))
      .toMatchTextContent("The next request to /oauth/ro will wait");
    const sending = send("oauth-ro");
    const bar = page.getByRole("group", { name: "A request that waits" });
    await expect.element(bar).toMatchTextContent("Request #1 to /oauth/ro waits.");
    expect(auth0.calls()).toEqual([]);
    await options.filter({ hasText: "password-leaked" }).click();
    await sending;
    expect(auth0.calls()[0]).toMatchObject({
      scenario: "oauth-ro/password-leaked",
      reason: "chosen by hand",
    });
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
    expect(actions.map(({ type }) => type)).toEqual(["hold", "answer"]);
    await expect.element(bar).not.toBeInTheDocument();
  });

  test("that waits is answered by an edited answer, by stepping, and as switched on", async () => {
    const { auth0, send } = await mount();
    auth0.sequence(["oauth-ro/wrong-password", { use: "oauth-ro/too-many-requests", params: { retryAfter: 90 } }]);
    const hold = async (answer: () => Promise<void>): Promise<string | undefined> => {
      await button("Hold").click();
      const sending = send("oauth-ro");
      await expect.element(page.getByRole("group", { name: "A request that waits" })).toBeVisible();
      await answer();
      await sending;
      return auth0.calls().at(-1)?.scenario;
    };
    expect(await hold(() => button("Answer as switched on").click())).toBe("oauth-ro/wrong-password");
    await expectFocus(list);
    expect(await hold(() => button("Answer as switched on").click())).toBe("oauth-ro/too-many-requests");
    expect(auth0.calls().at(-1)?.response?.headers.get("retry-after")).toBe("90");
    expect(await hold(() => button("Next failure").click())).not.toBe("oauth-ro/too-many-requests");
    const edited = hold(async () => {
      await button("Edit the answer").click();
      await page.getByLabelText("id", { exact: true }).fill("mine");
      await button("Use this answer").click();
    });
    expect(await edited).toBe("oauth-ro/mine");
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/too-many-requests");
  });

  test("that waits can be left to the tenant, or ends with a reset", async () => {
    const { auth0, send } = await mount();
    await button("Hold").click();
    const first = send("oauth-ro");
    await button("Let the tenant answer").click();
    await first;
    expect(auth0.calls()[0]?.scenario).toBe("oauth-ro/success");
    await button("Hold").click();
    const second = send("oauth-ro");
    await expect.element(page.getByRole("group", { name: "A request that waits" })).toBeVisible();
    auth0.reset();
    await second;
    expect(auth0.calls()).toEqual([]);
  });

  test("no longer waits after a cancel", async () => {
    const { auth0, send } = await mount();
    await button("Hold").click();
    await button("Cancel").click();
    await send("oauth-ro");
    expect(auth0.calls()).toHaveLength(1);
  });
});

describe("the answer", () => {
  test("can be edited, used, and copied as a custom scenario", async () => {
    const { auth0, send } = await mount();
    await filter.fill("oauth-ro/password-leaked");
    await button("Edit the answer").click();
    await page.getByLabelText("status").fill("418");
    await page.getByLabelText("headers").fill("x-mine: 1\nx-mine: 2");
    await page.getByLabelText("body").fill("{");
    await expect.element(page.getByText("This is not a JSON object. It is sent as text.")).toBeVisible();
    await page.getByLabelText("body").fill('{ "error": "mine", "list": [1] }');
    const code = page.getByText(/^mockAuth0\(\{ scenarios: \{/);
    await expect
      .element(code)
      .toMatchTextContent(
        'mockAuth0({ scenarios: { "oauth-ro": { "my-password-leaked": { status: 418, headers: { "x-mine": "1, 2", }, body: { error: "mine", list: [1], }, }, }, } })',
      );
    await button("Use this answer").click();
    await expect.element(page.getByRole("listitem").first()).toMatchTextContent("418 My password leaked");
    await send("oauth-ro");
    expect(auth0.calls()[0]?.scenario).toBe("oauth-ro/my-password-leaked");
    const response = auth0.calls()[0]?.response;
    expect(response?.status).toBe(418);
    expect(response?.headers.get("x-mine")).toBe("1, 2");
    expect(await response?.json()).toEqual({ error: "mine", list: [1] });
  });

  test("cannot take the id of a built-in scenario", async () => {
    const { auth0, panel } = await mount();
    await filter.fill("oauth-ro/password-leaked");
    await button("Edit the answer").click();
    await page.getByLabelText("id", { exact: true }).fill("user-blocked");
    await button("Use this answer").click();
    await expect.poll(() => panel.error).toMatch(/"oauth-ro\/user-blocked" is built in/);
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/live");
    // The form stays, to correct it.
    await page.getByLabelText("id", { exact: true }).fill("my-own ");
    panel.error = undefined;
    await button("Use this answer").click();
    await expect.element(page.getByRole("form", { name: "Edit the answer" })).not.toBeInTheDocument();
    expect(auth0.active("oauth-ro")).toBe("oauth-ro/my-own");
  });

  test("keeps its params, and can be edited again under its id", async () => {
    const { auth0, send } = await mount();
    await filter.fill("oauth-ro/too-many-requests");
    await param("retryAfter").fill("77");
    await button("Edit the answer").click();
    await expectFocus(page.getByLabelText("status"));
    await expect
      .element(page.getByLabelText("headers"))
      .toHaveValue(expect.stringContaining("retry-after: {retryAfter}"));
    await button("Use this answer").click();
    await expect.poll(() => auth0.active("oauth-ro")).toBe("oauth-ro/my-too-many-requests");
    await send("oauth-ro");
    const { headers } = auth0.calls()[0]?.response ?? {};
    expect(headers?.get("retry-after")).toBe("77");
    expect(Number(headers?.get("x-ratelimit-reset"))).toBeGreaterThan(Date.now() / 1000 + 70);

    await filter.fill("my-too-many-requests");
    await button("Edit the answer").click();
    await page.getByLabelText("status").fill("503");
    await button("Use this answer").click();
    await expect.element(detail("oauth-ro/my-too-many-requests")).toMatchTextContent("503");
  });

  test("stays in the list, in links and flows, after another was made", async () => {
    const { actions, panel } = await mount();
    for (const name of ["user-blocked", "password-leaked"]) {
      await filter.fill(`oauth-ro/${name}`);
      await button("Edit the answer").click();
      await button("Use this answer").click();
    }
    await filter.fill("my-");
    await expect.element(options).toHaveLength(2);
    await options.first().click();
    expect(actions.at(-1)).toMatchObject({
      type: "use",
      selection: { scenarios: { "oauth-ro": { "my-user-blocked": { status: 401 } } } },
    });
    expect(panel.linkTo({ activations: [] })).not.toContain("scenarios");
    const link = panel.renderRoot.querySelector(".lines > :last-child code")?.textContent;
    expect(link).toContain("my-user-blocked");
    expect(link).not.toContain("my-password-leaked");
  });
});

describe("the flow", () => {
  const steps = page.getByRole("list", { name: "Steps" }).getByRole("listitem");

  test("is built by clicking, and runs on both endpoints", async () => {
    const { actions, auth0, send } = await mount();
    let clicks = 0;
    const click = async (target: Locator): Promise<void> => {
      clicks += 1;
      await target.click();
    };
    const group = (path: string): Locator => page.getByRole("group", { name: `POST ${path}` });
    await click(tab("flow"));
    await click(group("/passwordless/start").getByRole("option").filter({ hasText: "success" }));
    for (const name of ["code-expired", "network-error", "success"]) {
      await click(group("/oauth/ro").getByRole("option").filter({ hasText: name }));
    }
    await expect.element(steps).toHaveLength(4);
    await click(button("Run"));
    expect(clicks).toBeLessThanOrEqual(8);
    const activations = [
      "passwordless-start/success",
      "oauth-ro/code-expired",
      "oauth-ro/network-error",
      "oauth-ro/success",
    ];
    expect(actions).toEqual([{ type: "use", selection: { activations } }]);
    await expect
      .element(page.getByText(`auth0.sequence(${JSON.stringify(activations).replaceAll(",", ", ")});`))
      .toBeVisible();
    await expect.element(page.getByTitle("Show oauth-ro/code-expired")).toMatchTextContent("step 1 of 3");
    await send("oauth-ro");
    await expect.element(page.getByTitle("Show oauth-ro/network-error")).toMatchTextContent("step 2 of 3");
    expect(auth0.calls()[0]?.scenario).toBe("oauth-ro/code-expired");
  });

  test("can be put in another order with buttons and keys, and cleared", async () => {
    await mount();
    await tab("flow").click();
    for (const name of ["user-blocked", "password-leaked", "network-error"]) {
      await options.filter({ hasText: name }).first().click();
    }
    await button("Move step 3 up").click();
    await expect.element(steps.nth(1)).toMatchTextContent("Network error");
    await expectFocus(button("Move step 2 up"));
    await userEvent.keyboard("{Alt>}{ArrowUp}{/Alt}");
    await expect.element(steps.first()).toMatchTextContent("Network error");
    await expectFocus(button("Move step 1 down"));
    await userEvent.keyboard("{Alt>}{ArrowDown}{ArrowDown}{/Alt}");
    await expect.element(steps.last()).toMatchTextContent("Network error");
    await button("Move step 3 up").click();
    await button("Move step 2 up").click();
    await button("Remove step 1").click();
    await expect.element(steps).toHaveLength(2);
    await page.getByLabelText("start over after the last step").click();
    await expect
      .element(
        page.getByText('auth0.sequence(["oauth-ro/user-blocked", "oauth-ro/password-leaked"], { cycle: true });'),
      )
      .toBeVisible();
    await button("Clear").click();
    await expect.element(steps).toHaveLength(0);
  });

  test("presets keep what is on, over a reload too, and can be imported", async () => {
    const { auth0 } = await mount();
    auth0.use("oauth-ro/user-blocked", { delay: 5 });
    await tab("flow").click();
    await page.getByLabelText("Title of the preset").fill("Locked out");
    await button("Save what is on").click();
    const again = await mount();
    await tab("flow").click();
    await expect.element(page.getByText(/Locked out oauth-ro\/user-blocked/)).toBeVisible();
    const preset = page.getByRole("button", { name: "Run", exact: true }).last();
    await preset.click();
    expect(again.actions).toEqual([
      {
        type: "use",
        selection: { activations: [{ use: "oauth-ro/user-blocked", delay: 5 }, "passwordless-start/live"] },
      },
    ]);

    const file = new File([JSON.stringify([{ name: "From a file", activations: ["oauth-ro/success"] }])], "a.json");
    const input = page.getByLabelText("Import");
    await userEvent.upload(input, file);
    await expect.element(page.getByText("From a file oauth-ro/success")).toBeVisible();
    await userEvent.upload(input, new File(["[1]"], "b.json"));
    await expect.element(page.getByRole("alert")).toMatchTextContent("This is no file of presets.");
    await button("Remove the preset Locked out").click();
    await expect.element(page.getByText("Locked out")).not.toBeInTheDocument();
  });
});

describe("the log", () => {
  test("can be filtered and cleared, and shows how long a response took", async () => {
    const { auth0, send } = await mount();
    auth0.use("oauth-ro/user-blocked", { delay: 20 });
    await send("oauth-ro");
    await send("passwordless-start");
    await tab("calls").click();
    const calls = page.getByRole("tabpanel").getByRole("listitem");
    await expect.element(calls).toHaveLength(2);
    await expect.element(calls.last()).toMatchTextContent(/· \d\d+ ms/);
    await page.getByLabelText("Filter the calls by text").fill("blocked");
    await expect.element(page.getByText("1 of 2")).toBeVisible();
    await button("Clear").click();
    await expect.element(page.getByText(/No calls yet/)).toBeVisible();
    expect(auth0.calls()).toHaveLength(2);
    await send("oauth-ro");
    await expect.element(tab("calls")).toMatchTextContent("calls 1");
  });

  test("sends a call again, and copies it as cURL without secrets", async () => {
    const { actions, send } = await mount();
    await send("oauth-ro", { username: "o'neil@example.com" });
    await tab("calls").click();
    await page.getByText("oauth-ro/wrong-password").first().click();
    await button("Send again").click();
    expect(actions).toEqual([{ type: "resend", endpoint: "oauth-ro", n: 1 }]);
    const written = vi.spyOn(navigator.clipboard, "writeText");
    await button("Copy as cURL").click();
    const [command = ""] = written.mock.calls[0] ?? [];
    expect(command).toContain("curl 'https://demo.eu.auth0.com/oauth/ro' \\\n  -H 'content-type: application/json'");
    expect(command).toContain(String.raw`"username":"o'\''neil@example.com","password":"[masked]"`);
  });
});

test("the tenant shows its users, and clears its locks", async () => {
  const { auth0, send } = await mount();
  for (let attempt = 0; attempt < 10; attempt++) await send("oauth-ro", { password: "wrong" });
  await tab("tenant").click();
  const panel = page.getByRole("tabpanel", { name: "tenant", exact: false });
  await expect.element(panel).toMatchTextContent(/ada@example.com at Username-Password-Authentication: locked/);
  await expect.element(panel).toMatchTextContent(/Password leaked email leaked@example.com/);
  await button("Copy email leaked@example.com").click();
  await expect.element(announcements).toMatchTextContent("Copied.");
  await button("Clear locks and counters").click();
  await expect.element(page.getByRole("list", { name: "Locks and counters" })).not.toBeInTheDocument();
  await send("oauth-ro");
  expect(auth0.calls().at(-1)?.scenario).toBe("oauth-ro/success");
  await panel.getByRole("button", { name: "Password leaked" }).click();
  await expect.element(detail("oauth-ro/password-leaked")).toBeVisible();
});

test("steps through the failures, and ticks those that were seen", async () => {
  const { auth0, send } = await mount();
  auth0.use("oauth-ro/user-blocked");
  await expect.element(detail("oauth-ro/user-blocked")).toBeVisible();
  await button("Next failure").click();
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/password-leaked");
  await send("oauth-ro");
  await expect.element(page.getByText("1 of 21 seen")).toBeVisible();
  await expect.element(options.filter({ hasText: "password-leaked" })).toMatchTextContent("seen");
  await button("Previous failure").click();
  expect(auth0.active("oauth-ro")).toBe("oauth-ro/user-blocked");
});
