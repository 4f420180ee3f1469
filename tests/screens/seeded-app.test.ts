import { mockAuth0 } from "auth0-msw";
import { serve } from "#host";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { sharedSentences } from "../../src/coverage/shared-sentences.ts";
import { internalsOf } from "../../src/mock-auth0.ts";
import { ScreenWatch } from "../../src/screen/screen-watch.ts";
import { litScreens } from "./app/lit.ts";
import { plainScreens } from "./app/plain.ts";
import { reactScreens } from "./app/react.tsx";
import { answers, type SeededScreen } from "./app/screen.ts";
import { once, untilQuiet } from "./wait.ts";

// Screens with one planted fault each, and correct screens beside them. They use their own mock, so that their faults
// are not in the report of our own tests.

const auth0 = mockAuth0();
serve(auth0.handlers);

const screens = [...reactScreens, ...plainScreens, ...litScreens];
const faulty = screens.filter(({ fault }) => fault !== "none");
const correct = screens.filter(({ fault }) => fault === "none");

const failures = [
  "oauth-ro/wrong-password",
  "oauth-ro/user-blocked",
  "oauth-ro/internal-server-error",
  "oauth-ro/network-error",
] as const;

let removeScreen = (): void => {};

beforeAll(() => {
  // Some screens throw, and the runner must not fail for it.
  const ignore = (event: Event): void => event.preventDefault();
  addEventListener("error", ignore);
  return () => removeEventListener("error", ignore);
});

afterEach(() => {
  removeScreen();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** What each screen got, beside "says". */
const results = new Map<string, readonly string[]>();

test.each(screens)("$name", async ({ name, mount }) => {
  // React and jsdom print what the screens throw.
  vi.spyOn(console, "error").mockReturnValue();
  vi.spyOn(console, "warn").mockReturnValue();
  const records = [];
  for (const failure of failures) {
    removeScreen();
    document.body.innerHTML = "<main></main>";
    removeScreen = mount(document.body.firstElementChild as HTMLElement);
    auth0.use(failure);
    const watch = new ScreenWatch(internalsOf(auth0).session(), () => false);
    const form = await vi.waitUntil(findForm, { interval: 5 });
    const answer = once(answers, "answer");
    for (const input of form.querySelectorAll("input")) input.value = "ada@example.com";
    form.requestSubmit();
    await answer;
    await untilQuiet();
    watch.stop();
    records.push(...watch.records);
  }
  expect(records.map(({ scenario }) => scenario)).toEqual(failures);
  const verdicts = new Set<string>(records.map(({ verdict }) => verdict));
  const shared = sharedSentences(records.map((screen) => ({ id: screen.scenario, screen })));
  if (verdicts.has("says") && verdicts.size === 1 && shared.length > 0) verdicts.add("shared");
  verdicts.delete("says");
  results.set(name, [...verdicts]);
});

function findForm(): HTMLFormElement | null | undefined {
  const first = document.querySelector("main")?.firstElementChild;
  return (first?.shadowRoot ?? document).querySelector("form");
}

test("all planted faults but at most one are found, and correct screens have none", () => {
  const missed = faulty.filter(({ name, fault }) => !results.get(name)?.includes(fault));
  const alarms = correct.filter(({ name }) => results.get(name)?.length !== 0);
  const figures = [
    `${faulty.length - missed.length} of ${faulty.length} faults found`,
    `${alarms.length} false alarms on ${correct.length} correct screens`,
    ...[...missed, ...alarms].map(describe),
  ].join("\n");
  expect(faulty.length).toBeGreaterThanOrEqual(20);
  expect(missed.length, figures).toBeLessThanOrEqual(1);
  expect(alarms.length, figures).toBe(0);
});

function describe({ name, fault }: SeededScreen): string {
  return `${name}: planted ${fault}, got ${results.get(name)?.join(", ") ?? "nothing"}`;
}
