/** A test of jest-circus, Jest's default runner. */
export interface CircusTest {
  readonly type: "test";
  readonly name: string;
  readonly parent: CircusSuite;
  readonly concurrent?: boolean;
  readonly errors: readonly unknown[];
  readonly status?: "skip" | "done" | "todo" | null;
  fn?: ((...given: unknown[]) => unknown) | null;
}

export interface CircusSuite {
  readonly type: "describeBlock";
  readonly name: string;
  readonly parent?: CircusSuite;
  readonly children: readonly (CircusTest | CircusSuite)[];
  readonly hooks: { readonly fn: unknown }[];
}

interface CircusState {
  readonly rootDescribeBlock: CircusSuite;
  readonly currentlyRunningTest?: CircusTest | null;
}

/** The state of the runner, which Jest keeps under a symbol that is not registered. */
export function circusState(): CircusState {
  const key = Object.getOwnPropertySymbols(globalThis).find(({ description }) => description === "JEST_STATE_SYMBOL");
  const state = key && (globalThis as { readonly [key: symbol]: CircusState | undefined })[key];
  if (!state) {
    throw new Error(
      "auth0-msw/jest needs Jest's default test runner, jest-circus, and found another one. " +
        "Remove testRunner from the Jest config, or use mockAuth0() with MSW's setupServer().",
    );
  }
  return state;
}

/** All tests of a file. */
export function testsIn(suite: CircusSuite): CircusTest[] {
  return suite.children.flatMap((child) => (child.type === "test" ? child : testsIn(child)));
}

/** `sign-in shows a message`: the names of its suites and its own. */
export function fullName({ name, parent }: CircusTest): string {
  const names = [name];
  for (let suite: CircusSuite | undefined = parent; suite?.parent; suite = suite.parent) names.unshift(suite.name);
  return names.join(" ");
}

/** Makes a hook of the file run before or after all others, whatever their order in the code. */
export function moveHook(hooks: { readonly fn: unknown }[], fn: unknown, to: "first" | "last"): void {
  const index = hooks.findIndex((hook) => hook.fn === fn);
  // It belongs to a suite when `setupAuth0` was called in one.
  const [hook] = index === -1 ? [] : hooks.splice(index, 1);
  if (!hook) return;
  if (to === "first") hooks.unshift(hook);
  else hooks.push(hook);
}
