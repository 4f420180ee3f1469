import * as vitest from "vitest";
import { shared } from "./shared.ts";

/** Runs something outside of all isolates. */
export type RunOutside = <Result>(run: () => Result) => Result;

type Fixture = (context: object, use: unknown, ...more: unknown[]) => unknown;

interface Extensible {
  extend(...given: unknown[]): Extensible;
}

/**
 * Lets fixtures of a file or a worker be set up outside of the test that happens to need them first, as
 * `beforeAll` is. Vitest calls them from within that test, so they are wrapped when a test is extended.
 */
export function liftFixtures(runOutside: RunOutside): void {
  lift(vitest.test, runOutside);
  lift(vitest.it, runOutside);
}

function lift(test: Extensible, runOutside: RunOutside): void {
  if (shared.lifted.has(test)) return;
  shared.lifted.add(test);
  // oxlint-disable-next-line typescript/unbound-method -- called on the test that it was called on
  const { extend } = test;
  test.extend = function (this: Extensible, ...given) {
    const [first, options, fixture] = given;
    // By its name, as newer versions take one, or several in an object.
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
    // Where tests take turns, only until the test goes on.
    shared.outside += 1;
    let isOutside = true;
    const goOn = (): void => {
      if (isOutside) shared.outside -= 1;
      isOutside = false;
    };
    const given =
      typeof use === "function"
        ? (value: unknown) => {
            goOn();
            return (use as (value: unknown) => unknown)(value);
          }
        : use;
    try {
      return await runOutside(() => (fixture as Fixture)(context, given, ...more));
    } finally {
      goOn();
    }
  };
  // Vitest reads there which fixtures it needs.
  lifted.toString = () => fixture.toString();
  return lifted;
}
