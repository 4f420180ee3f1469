import * as vitest from "vitest";
import { state } from "./global-state.ts";

/** Runs code outside of all isolates. */
export type RunOutside = <Result>(run: () => Result) => Result;

type Fixture = (context: object, use: unknown, ...more: unknown[]) => unknown;

interface Extensible {
  extend(...given: unknown[]): Extensible;
}

/**
 * Sets up file and worker fixtures outside of the test that needs them first, like `beforeAll`. Vitest calls them from
 * within that test, so `test.extend` wraps them.
 */
export function liftFixtures(runOutside: RunOutside): void {
  lift(vitest.test, runOutside);
  lift(vitest.it, runOutside);
}

function lift(test: Extensible, runOutside: RunOutside): void {
  if (state.lifted.has(test)) return;
  state.lifted.add(test);
  // oxlint-disable-next-line typescript/unbound-method -- called on the test that it was called on
  const { extend } = test;
  test.extend = function (this: Extensible, ...given) {
    const [first, options, fixture] = given;
    // Newer versions also accept a single fixture by name.
    const lifted =
      typeof first === "string" ? [first, options, wrap(fixture, options, runOutside)] : [wrapAll(first, runOutside)];
    const extended = extend.apply(this, lifted.slice(0, given.length));
    lift(extended, runOutside);
    return extended;
  };
}

function wrapAll(fixtures: unknown, runOutside: RunOutside): unknown {
  if (typeof fixtures !== "object" || fixtures === null) return fixtures;
  const wrapped = Object.entries(fixtures).map(([name, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return [name, value];
    const [fixture, options] = value as unknown[];
    return [name, [wrap(fixture, options, runOutside), ...value.slice(1)]];
  });
  return Object.fromEntries(wrapped) as unknown;
}

function wrap(fixture: unknown, options: unknown, runOutside: RunOutside): unknown {
  const { scope } = Object(options) as { readonly scope?: unknown };
  if (typeof fixture !== "function" || (scope !== "file" && scope !== "worker")) return fixture;
  const lifted: Fixture = async (context, use, ...more) => {
    // When tests take turns, only until the test continues.
    state.outside += 1;
    let isOutside = true;
    const enterTest = (): void => {
      if (isOutside) state.outside -= 1;
      isOutside = false;
    };
    const given =
      typeof use === "function"
        ? (value: unknown) => {
            enterTest();
            return (use as (value: unknown) => unknown)(value);
          }
        : use;
    try {
      return await runOutside(() => (fixture as Fixture)(context, given, ...more));
    } finally {
      enterTest();
    }
  };
  // Vitest reads the names of required fixtures from the source.
  lifted.toString = () => fixture.toString();
  return lifted;
}
