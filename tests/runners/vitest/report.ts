import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** What became of a test, for the tests outside. */
export interface Outcome {
  readonly project: string;
  readonly name: string;
  readonly state: string;
  readonly errors: readonly { readonly message: string; readonly at: string | undefined }[];
  readonly meta: { readonly auth0?: unknown; readonly count?: number };
}

export interface Reported {
  readonly outcomes: readonly Outcome[];
  /** What went wrong outside of tests. */
  readonly strays: readonly string[];
}

/** Writes what became of all tests to the file that `REPORT` names. */
export class Report implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { readonly message: string }[]): void {
    const outcomes = modules.flatMap((module) =>
      Array.from(module.children.allTests(), (test): Outcome => {
        const { state, errors = [] } = test.result();
        return {
          project: module.project.name,
          name: test.fullName,
          state,
          errors: errors.map((error) => ({ message: error.message, at: placeOf(error) })),
          meta: test.meta(),
        };
      }),
    );
    const strays = [...modules.flatMap((module) => module.errors()), ...unhandled].map(({ message }) => message);
    writeFileSync(process.env.REPORT ?? "", JSON.stringify({ outcomes, strays } satisfies Reported));
  }
}

interface Failure {
  readonly stack?: string | undefined;
  readonly stacks?: readonly { readonly file: string; readonly line: number }[] | undefined;
}

/** File and line on top of the stack as Vitest shows it: without its own frames, which Vitest 3 takes out later. */
function placeOf({ stack = "", stacks }: Failure): string | undefined {
  const [top] = stacks ?? [];
  const frame = stack.split("\n").find((line) => line.startsWith("    at ") && !line.includes("node_modules"));
  const place = top ? `${top.file}:${top.line}` : frame;
  return /[^/]+\.ts:\d+/.exec(place ?? "")?.[0];
}
