import type { CoverageReport } from "auth0-msw/vitest/reporter";

/** The content of a printed table. */
export interface Table {
  readonly percentage: number;
  /** How many tests covered each scenario. */
  readonly met: Readonly<Record<string, number>>;
  /** The ids in the lines for the missing scenarios. */
  readonly missed: readonly string[];
  /** The sentence about the threshold. */
  readonly verdict: string;
}

/** The result of a run with a reporter. */
export interface Printed {
  readonly code: number | null;
  readonly out: string;
  readonly tables: readonly Table[];
}

/** The scenarios that the tests in both `specs` folders cover, with the number of tests. */
export const met = {
  "oauth-ro/wrong-password": 1,
  "oauth-ro/user-blocked": 2,
  // Only the retry that passed counts.
  "oauth-ro/too-many-logins": 1,
  // In a test that fails on purpose.
  "oauth-ro/access-denied": 1,
  "passwordless-start/sms-provider-error": 1,
};

/** Five of 32, not rounded. */
export const share = 15.625;

/** Every table that a runner printed. */
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

/** The table of a report, without the threshold. */
export function tableOf({ percentage, endpoints }: CoverageReport): Omit<Table, "verdict"> {
  const scenarios = endpoints.flatMap((endpoint) => endpoint.scenarios);
  return {
    percentage,
    met: Object.fromEntries(scenarios.filter(({ tests }) => tests > 0).map(({ id, tests }) => [id, tests])),
    missed: scenarios.filter(({ tests }) => tests === 0).map(({ id }) => id),
  };
}
