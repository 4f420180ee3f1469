import type { NoCustom } from "../catalog/scenario-id.ts";
import { startStackAt } from "../engine/error-stack.ts";
import { calledSoFar } from "../engine/session.ts";
import { internalsOf, type MockAuth0 } from "../mock-auth0.ts";
import { type ScreenReading, type ScreenRecord, ScreenWatch } from "../screen/screen-watch.ts";
import { successIn } from "../screen/success.ts";

/** The mock of a test. */
export interface Auth0InTests<Custom = NoCustom> extends MockAuth0<Custom> {
  /**
   * What the page has said since the last answer that is not a success: its verdict, the sentence, why, and each text
   * with how it was announced. What a test does later is not in it: call it when the message is there.
   * @throws Without `screen: true`, and when no such answer was sent.
   * @example
   * await screen.findByRole("alert");
   * expect(auth0.screen()).toMatchObject({ verdict: "says", sentence: "Ask your administrator." });
   */
  screen(): ScreenReading;
}

const key: unique symbol = Symbol.for("auth0-msw/screens") as never;

/** What watches the page for each session, shared by all copies of this module. */
const watches: WeakMap<object, ScreenWatch> = ((globalThis as { [key]?: WeakMap<object, ScreenWatch> })[key] ??=
  new WeakMap());

/** Watches what the page says to each failure in the current session of a mock. */
export function beginWatch(auth0: object): void {
  const mock = internalsOf(auth0);
  const session = mock.session();
  watches.set(session, new ScreenWatch(session, successIn(mock)));
}

/** Ends the watch of the current session. Resolves with its records. */
export async function endWatch(auth0: object): Promise<readonly ScreenRecord[] | undefined> {
  const watch = watches.get(internalsOf(auth0).session());
  if (!watch) return undefined;
  await settle(watch);
  watch.stop();
  return watch.records;
}

/** What was said to each failure in the current session so far, in order. */
export function screensOf(auth0: object): readonly ScreenRecord[] {
  return watches.get(internalsOf(auth0).session())?.records ?? [];
}

// Tests may replace it with a fake timer.
const { setTimeout } = globalThis;

/**
 * A test can end as soon as a message is there, between the message and the button that is enabled again. Only a fault
 * waits for what the page does next.
 */
async function settle({ last }: ScreenWatch): Promise<void> {
  if (last && last.verdict !== "says") await new Promise((resolve) => setTimeout(resolve));
}

/**
 * What the page of the running test has said since the last answer that is not a success.
 * @param user What needs it, for the errors.
 * @throws Without `screen: true`, and when no such answer was sent.
 */
export function readScreen(auth0: MockAuth0, user: string): ScreenReading {
  const watch = watches.get(internalsOf(auth0).session());
  if (!watch) {
    throw new TypeError(`${user} needs { screen: true } in the options of setupAuth0(), and a running test.`);
  }
  const { last } = watch;
  if (!last) throw new TypeError(`${user} needs an answer that is not a success. ${calledSoFar(auth0.calls())}`);
  return last;
}

/** Adds `screen()` to a mock. */
export function withScreen<Custom>(auth0: MockAuth0<Custom>): Auth0InTests<Custom> {
  return Object.defineProperty(auth0, "screen", {
    configurable: true,
    value: function screen() {
      try {
        return readScreen(auth0 as unknown as MockAuth0, "auth0.screen()");
      } catch (error) {
        throw startStackAt(screen, error);
      }
    },
  }) as Auth0InTests<Custom>;
}
