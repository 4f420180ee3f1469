import { createHook } from "node:async_hooks";
import { beforeEach } from "node:test";

/** A test of Node's runner. Suites, hooks and test files are subclasses. */
export interface NodeTest {
  readonly name: string;
  readonly parent: NodeTest | null;
  readonly loc?: { readonly file: string } | undefined;
  readonly passed: boolean;
  readonly skipped: boolean;
}

interface TestClass {
  readonly prototype: NodeTest & {
    getRunArgs(this: NodeTest): { readonly ctx: object };
    runInAsyncScope(this: NodeTest, run: Run, self: unknown, ...given: readonly unknown[]): unknown;
    postRun(this: NodeTest, ...given: readonly unknown[]): unknown;
  };
}

type Run = (...given: readonly unknown[]) => unknown;

/** What to do with a test. */
interface Watcher {
  /** Calls the function of the test, or of a hook that belongs to it. */
  readonly run: (test: NodeTest, call: () => unknown) => unknown;
  /** After its last hook. */
  readonly onEnd: (test: NodeTest) => void;
}

/**
 * Calls a watcher for each test of the process, concurrent ones included. Hooks of the runner have no public way to set
 * the asynchronous context of a test, in any version of Node.
 */
export function watchTests({ run, onEnd }: Watcher): void {
  const Test = findTestClass();
  const { prototype } = Test;
  // oxlint-disable-next-line typescript/unbound-method -- called on the test that it was called on
  const { getRunArgs, runInAsyncScope, postRun } = prototype;
  /** The test of each context, which its hooks get too. */
  const tests = new WeakMap<object, NodeTest>();

  prototype.getRunArgs = function () {
    const args = getRunArgs.call(this);
    if (this.constructor === Test && this.parent) tests.set(args.ctx, this);
    return args;
  };
  prototype.runInAsyncScope = function (original, self, ...given) {
    const test = tests.get(Object(given[0]) as object);
    if (!test) return runInAsyncScope.call(this, original, self, ...given);
    // Inside, since the scope replaces the context.
    const inside: Run = (...args) => run(test, () => Reflect.apply(original, self, args));
    return runInAsyncScope.call(this, inside, self, ...given);
  };
  prototype.postRun = function (...given) {
    const result = postRun.call(this, ...given);
    if (this.constructor === Test && this.parent) onEnd(this);
    return result;
  };
}

/** The names of the suites of a test, and its own. */
export function fullName({ name, parent }: NodeTest): string {
  return parent?.parent ? `${fullName(parent)} > ${name}` : name;
}

/** A hook is an asynchronous resource, and its class is a subclass of the one of tests. */
function findTestClass(): TestClass {
  let found: TestClass | undefined;
  const hook = createHook({
    init(_id, _type, _trigger, resource) {
      for (let each: object | null = resource; each; each = Object.getPrototypeOf(each) as object | null) {
        if (Object.hasOwn(each, "createSubtest")) found = each.constructor as unknown as TestClass;
      }
    },
  });
  hook.enable();
  beforeEach(() => {});
  hook.disable();
  const prototype = found?.prototype ?? {};
  if (found && ["getRunArgs", "runInAsyncScope", "postRun"].every((name) => name in prototype)) return found;
  throw new Error(
    `auth0-msw/node-test does not know the test runner of Node ${process.version}. Update auth0-msw, or use ` +
      "mockAuth0() with MSW's setupServer().",
  );
}
