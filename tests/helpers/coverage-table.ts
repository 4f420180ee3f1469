import type { CoverageReport } from "auth0-msw/vitest/reporter";

/** What a table says of a run. */
export interface Table {
  readonly percentage: number;
  /** How many tests met each of these. */
  readonly met: Readonly<Record<string, number>>;
  /** The ids in the lines that would exercise the rest. */
  readonly missed: readonly string[];
  /** What is said of the threshold. */
  readonly verdict: string;
}

/** What a run of a reporter's tests leaves. */
export interface Printed {
  readonly code: number | null;
  readonly out: string;
  readonly tables: readonly Table[];
}

/** What the tests in either folder `specs` meet, in how many tests, however often in each. */
export const met = {
  "oauth-ro/wrong-password": 1,
  "oauth-ro/user-blocked": 2,
  // In the attempt that passed; not what the one before had met.
  "oauth-ro/too-many-logins": 1,
  // In a test that has to fail.
  "oauth-ro/access-denied": 1,
  "passwordless-start/sms-provider-error": 1,
};

/** Five of 32, not rounded. */
export const share = 15.625;

/** Every table that a runner has printed. */
export function tablesIn(out: string): Table[] {
  return out
    .split(/^ Auth0 failure coverage {2}(?=[\d.]+%)/m)
    .slice(1)
    .map(read);
}

function read(text: string): Table {
  const sections = text.split(/^ POST \/(\w+)\/(\w+) .*$/m);
  const rows = sections.flatMap((section, index) =>
    [...section.matchAll(/✓ +(\d+)× +([\w-]+)/g)].map(([, tests, name]): [string, number] => [
      `${sections[index - 2]}-${sections[index - 1]}/${name}`,
      Number(tests),
    ]),
  );
  return {
    percentage: Number.parseFloat(text),
    met: Object.fromEntries(rows),
    missed: [...text.matchAll(/✗ +auth0\.use\("(.+)"\);$/gm)].map(([, id = ""]) => id),
    verdict: /^.*threshold.*$/m.exec(text)?.[0].trim() ?? "",
  };
}

/** What a table of the report would say, but for the threshold. */
export function tableOf({ percentage, endpoints }: CoverageReport): Omit<Table, "verdict"> {
  const scenarios = endpoints.flatMap((endpoint) => endpoint.scenarios);
  return {
    percentage,
    met: Object.fromEntries(scenarios.filter(({ tests }) => tests > 0).map(({ id, tests }) => [id, tests])),
    missed: scenarios.filter(({ tests }) => tests === 0).map(({ id }) => id),
  };
}
