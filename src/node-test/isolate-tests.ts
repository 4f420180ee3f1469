import { fileURLToPath } from "node:url";
import { createIsolate, type Isolate, runOutside } from "../node/isolate.ts";
import { recordsFolder, writeRecord } from "../runner/run-records.ts";
import { screensOf } from "../runner/screens.ts";
import { fullName, type NodeTest, watchTests } from "./test-runner.ts";

/** A mock in a test. */
interface OwnIsolate extends Isolate {
  readonly auth0: object;
}

/** The isolates of each test, one for each mock. */
const isolates = new WeakMap<NodeTest, readonly OwnIsolate[]>();
const mocks = new Set<object>();

/** Gives each test its own session, from before its first hook until after its last one. */
export function isolateTests(auth0: object): void {
  mocks.add(auth0);
  if (mocks.size > 1) return;
  const folder = recordsFolder();
  watchTests({
    run: (test, call) => inside(isolatesOf(test), call),
    onEnd(test) {
      const own = isolates.get(test) ?? [];
      const screens = own.flatMap((isolated) => isolated.run(() => screensOf(isolated.auth0)));
      for (const isolated of own) isolated.end();
      if (test.skipped) return;
      const served = own.flatMap((isolated) => Array.from(isolated.served()));
      writeRecord(folder, {
        file: fileOf(test),
        name: fullName(test),
        hasPassed: test.passed,
        auth0: { v: 1, served, ...(screens.length > 0 && { screens }) },
      });
    },
  });
}

function isolatesOf(test: NodeTest): readonly OwnIsolate[] {
  const known = isolates.get(test);
  if (known) return known;
  // From the test around it: a finished test may have started this one.
  const around = test.parent ? aroundOf(test.parent) : [];
  const create = (auth0: object): OwnIsolate => Object.assign(createIsolate(auth0, fullName(test)), { auth0 });
  const own = runOutside(() => inside(around, () => Array.from(mocks, create)));
  isolates.set(test, own);
  return own;
}

function aroundOf(test: NodeTest): readonly OwnIsolate[] {
  return isolates.get(test) ?? (test.parent ? aroundOf(test.parent) : []);
}

function inside<Result>(around: readonly Isolate[], call: () => Result): Result {
  return around.reduceRight((next, isolated) => () => isolated.run(next), call)();
}

function fileOf({ loc }: NodeTest): string {
  const file = loc?.file ?? process.argv[1] ?? "";
  return file.startsWith("file:") ? fileURLToPath(file) : file;
}
