import { fireEvent } from "@testing-library/dom";
import { mockAuth0 } from "auth0-msw";
import { serve } from "#host";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { sharedSentences } from "../../src/coverage/shared-sentences.ts";
import { internalsOf } from "../../src/mock-auth0.ts";
import { type ScreenRecord, ScreenWatch } from "../../src/screen/screen-watch.ts";
import { answers, type SeededScreen } from "./app/screen.ts";
import { once, untilQuiet } from "./wait.ts";

const failures = [
  "oauth-ro/wrong-password",
  "oauth-ro/user-blocked",
  "oauth-ro/internal-server-error",
  "oauth-ro/network-error",
] as const;

/**
 * Tests that each screen gets the verdict of its planted fault, and a correct one only "says". The screens use their own
 * mock, so that their faults are not in the report of our own tests.
 */
export function testScreens(screens: readonly SeededScreen[]): void {
  const auth0 = mockAuth0();
  serve(auth0.handlers);

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

  function mountScreen({ mount }: SeededScreen): void {
    removeScreen();
    document.body.innerHTML = "<main></main>";
    removeScreen = mount(document.body.firstElementChild as HTMLElement);
  }

  test.each(screens)("$name", async (screen) => {
    // The frameworks and jsdom print what the screens throw.
    vi.spyOn(console, "error").mockReturnValue();
    vi.spyOn(console, "warn").mockReturnValue();
    const records: ScreenRecord[] = [];
    for (const failure of failures) {
      mountScreen(screen);
      auth0.use(failure);
      const watch = new ScreenWatch(internalsOf(auth0).session(), () => false);
      for (let attempt = 0; attempt < (screen.attempts ?? 1); attempt++) await signIn(screen.quietFor);
      watch.stop();
      records.push(...watch.records);
    }
    expect(new Set(records.map(({ scenario }) => scenario))).toEqual(new Set(failures));
    expect([...faultsIn(records)], describe(records)).toEqual(
      screen.fault === "none" ? [] : expect.arrayContaining([screen.fault]),
    );
  });
}

async function signIn(quietFor: number | undefined): Promise<void> {
  const form = await vi.waitUntil(findForm, { interval: 5 });
  const answer = once(answers, "answer");
  for (const input of form.querySelectorAll("input")) fireEvent.input(input, { target: { value: "ada@example.com" } });
  form.querySelector("button")?.focus();
  form.requestSubmit();
  await answer;
  await untilQuiet(quietFor);
}

function findForm(): HTMLFormElement | null {
  const host = document.querySelector("main")?.firstElementChild;
  return (host?.shadowRoot ?? document).querySelector("form");
}

type Fault = Exclude<SeededScreen["fault"], "none">;

function faultsIn(records: readonly ScreenRecord[]): ReadonlySet<string> {
  const faults = new Set<string>(records.map(({ verdict }) => verdict));
  faults.delete("says");
  const shared = sharedSentences(records.map((screen) => ({ id: screen.scenario, screen })));
  if (faults.size === 0 && shared.length > 0) faults.add("shared" satisfies Fault);
  return faults;
}

function describe(records: readonly ScreenRecord[]): string {
  return records.map(({ verdict, sentence, why }) => `${verdict}: “${sentence}” ${why}`).join("\n");
}
