import axe from "axe-core";
import { type MockAuth0, mockAuth0 } from "auth0-msw";
import { startAuth0, type Started, type StartOptions } from "auth0-msw/browser";
import { http, HttpResponse } from "msw";
import { setupWorker } from "msw/browser";
import { afterEach, beforeEach, expect, expectTypeOf, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { quiet } from "../host/quiet.ts";

const error = vi.spyOn(console, "error").mockImplementation(() => {});
const own = location.href;
const started: Started[] = [];

beforeEach(() => {
  error.mockClear();
  sessionStorage.clear();
  localStorage.clear();
});

afterEach(async () => {
  for (const { stop } of started.splice(0)) await stop();
  history.replaceState(null, "", own);
});

async function start<Custom>(auth0: MockAuth0<Custom>, options?: StartOptions): Promise<Started> {
  const result = await startAuth0(auth0, options);
  started.push(result);
  return result;
}

async function status(host = "demo.auth0.com"): Promise<number> {
  return (await fetch(`https://${host}/oauth/ro`, { method: "POST" })).status;
}

function open(search: string): void {
  history.replaceState(null, "", `?${search}`);
}

const drawers = () => document.querySelectorAll("auth0-drawer");

test("starts a worker, and shows no switcher by default", async () => {
  const auth0 = mockAuth0();
  await start(auth0);
  auth0.use("oauth-ro/user-blocked");
  expect(await status()).toBe(401);
  expect(drawers()).toHaveLength(0);
  expect(error).not.toHaveBeenCalled();
});

test("starts the same mock only once", async () => {
  const auth0 = mockAuth0();
  const [one, other] = await Promise.all([start(auth0, { panel: true }), start(auth0, { panel: true })]);
  expect(other).toBe(one);
  expect(drawers()).toHaveLength(1);
});

test("has no axe violations in the switcher, closed and open", async () => {
  const auth0 = mockAuth0();
  await start(auth0, { panel: true });
  auth0.use("oauth-ro/user-blocked");
  const [drawer] = drawers();
  const findViolations = async (): Promise<string[]> => {
    const { violations, passes } = await axe.run(drawer);
    expect(passes).not.toEqual([]);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join(", ")}`);
  };

  const button = page.getByRole("button", { name: "Auth0 mock", exact: true });
  await expect.element(button).toHaveAccessibleDescription("oauth-ro/user-blocked passwordless-start/live");
  expect(await findViolations()).toEqual([]);
  await userEvent.keyboard("{Alt>}0{/Alt}");
  await expect.element(page.getByRole("dialog", { name: "Auth0 mock" })).toBeVisible();
  await Promise.all(drawer?.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
  expect(await findViolations()).toEqual([]);
});

test("stop() ends pending requests, removes the switcher, and allows a new start", async () => {
  const auth0 = mockAuth0();
  const { stop } = await start(auth0, { panel: true });
  auth0.use("oauth-ro/no-response");
  const pending = status().catch((reason: unknown) => reason);
  await auth0.waitForCall("oauth-ro");
  await stop();
  await stop();
  expect(await pending).toBeInstanceOf(TypeError);
  expect(drawers()).toHaveLength(0);

  await start(auth0);
  auth0.use("oauth-ro/access-denied");
  expect(await status()).toBe(403);
});

test("adds its handlers to the app's own worker once, and removes them on stop", async () => {
  const theirs = http.get("https://api.example.com/", () => new HttpResponse("theirs"));
  const worker = setupWorker(theirs);
  await worker.start({ ...quiet, quiet: true });
  const auth0 = mockAuth0();

  const { stop, worker: used } = await start(auth0, { worker });
  expect(used).toBe(worker);
  expect(worker.listHandlers()).toEqual([...auth0.handlers, theirs]);
  auth0.use("oauth-ro/user-blocked");
  expect(await status()).toBe(401);

  await stop();
  expect(worker.listHandlers()).toEqual([theirs]);
  expect(await (await fetch("https://api.example.com/")).text()).toBe("theirs");

  worker.use(...auth0.handlers);
  await (await start(auth0, { worker })).stop();
  expect(worker.listHandlers()).toEqual([...auth0.handlers, theirs]);
  await worker.stop();
});

test("mocks with different domains share one worker, and each stores its own scenarios", async () => {
  const [one, two] = [mockAuth0({ domain: "one.auth0.com" }), mockAuth0({ domain: "two.auth0.com" })];
  open("auth0-scenario=oauth-ro/user-blocked");
  const first = await start(one, { panel: true });
  open("x");
  const second = await start(two, { panel: true });
  expect(second.worker).toBe(first.worker);
  two.use("oauth-ro/access-denied");
  expect([await status("one.auth0.com"), await status("two.auth0.com")]).toEqual([401, 403]);
  expect(drawers()).toHaveLength(2);

  await first.stop();
  expect(await status("two.auth0.com")).toBe(403);
  await second.stop();
  await start(one);
  expect(one.active("oauth-ro")).toBe("oauth-ro/user-blocked");
});

test("a failed start can be retried immediately, and other mocks share the new worker", async () => {
  const [one, two] = [mockAuth0({ domain: "one.auth0.com" }), mockAuth0({ domain: "two.auth0.com" })];
  const found = vi.spyOn(navigator.serviceWorker, "getRegistrations").mockRejectedValueOnce(new Error("not now"));
  const again = startAuth0(one).catch(() => start(one));
  await expect(startAuth0(two)).rejects.toThrow("not now");
  found.mockRestore();
  const { worker } = await again;
  expect((await start(two)).worker).toBe(worker);
  expect([await status("one.auth0.com"), await status("two.auth0.com")]).toEqual([400, 400]);
});

test("accepts custom scenarios in the URL", async () => {
  const auth0 = mockAuth0({ scenarios: { "oauth-ro": { "terms-changed": { status: 451 } } } });
  open("auth0-scenario=oauth-ro/terms-changed,passwordless-start/user-blocked");
  await start(auth0);
  expect([auth0.active("oauth-ro"), auth0.active("passwordless-start")]).toEqual([
    "oauth-ro/terms-changed",
    "passwordless-start/user-blocked",
  ]);
  expect(await status()).toBe(451);
});

test("several scenarios of one endpoint in the URL are a sequence", async () => {
  const auth0 = mockAuth0();
  open("auth0-scenario=oauth-ro/user-blocked&auth0-scenario= oauth-ro/access-denied ,");
  await start(auth0);
  expect([await status(), await status(), await status()]).toEqual([401, 403, 403]);
  expect(error).not.toHaveBeenCalled();
});

test("a reset in code removes the stored scenario of its endpoint, or of both", async () => {
  const auth0 = mockAuth0();
  const again = async (): Promise<string[]> => {
    open("");
    await (await start(auth0)).stop();
    await start(auth0);
    return [auth0.active("oauth-ro"), auth0.active("passwordless-start")];
  };
  open("auth0-scenario=oauth-ro/user-blocked,passwordless-start/user-blocked");
  await (await start(auth0)).stop();
  expect(await again()).toEqual(["oauth-ro/user-blocked", "passwordless-start/user-blocked"]);
  auth0.reset("oauth-ro");
  expect(await again()).toEqual(["oauth-ro/live", "passwordless-start/user-blocked"]);
  auth0.reset();
  expect(await again()).toEqual(["oauth-ro/live", "passwordless-start/live"]);
});

test("rejects an unknown option with the nearest name", async () => {
  const options = { pannel: true } as object;
  await expect(startAuth0(mockAuth0(), options)).rejects.toThrow(
    'Unknown option "pannel" of startAuth0. Did you mean "panel"?',
  );
});

test("accepts only a mock", async () => {
  expectTypeOf<{ handlers: [] }>().not.toExtend<Parameters<typeof startAuth0>[0]>();
  for (const wrong of [undefined, {}, setupWorker()]) {
    await expect(startAuth0(wrong as unknown as MockAuth0)).rejects.toThrow(
      "startAuth0() expects the object that mockAuth0() returns.",
    );
  }
});
