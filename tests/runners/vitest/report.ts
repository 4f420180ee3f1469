import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** The result of a test, for the outer tests. */
export interface Outcome {
  readonly project: string;
  readonly name: string;
  readonly state: string;
  readonly errors: readonly { readonly message: string; readonly at: string | undefined }[];
  readonly meta: { readonly auth0?: unknown; readonly count?: number };
}

export interface Reported {
  readonly outcomes: readonly Outcome[];
  /** Errors outside of tests. */
  readonly strays: readonly string[];
}

/** Writes the results of all tests to the file that `REPORT` names. */
export class Report implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { readonly message: string }[]): void {
    const outcomes = modules.flatMap((module) =>
      Array.from(module.children.allTests(), (test): Outcome => {
        const { state, errors = [] } = test.result();
        return {
          project: module.project.name,
          name: test.fullName,
          state,
          errors: errors.map((error) => ({ message: error.message, at: locationOf(error) })),
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

/** The top file and line of the stack as Vitest shows it, without frames of Vitest, which Vitest 3 removes later. */
function locationOf({ stack = "", stacks }: Failure): string | undefined {
  const [top] = stacks ?? [];
  const frame = stack.split("\n").find((line) => line.startsWith("    at ") && !line.includes("node_modules"));
  const location = top ? `${top.file}:${top.line}` : frame;
  return /[^/]+\.ts:\d+/.exec(location ?? "")?.[0];
}
