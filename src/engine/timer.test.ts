import { beforeEach, expect, test, vi } from "vitest";
import { startTimer } from "./timer.ts";

const run = vi.fn<() => void>();

beforeEach(() => {
  vi.useFakeTimers();
  run.mockClear();
  return () => vi.useRealTimers();
});

test("runs once, after its delay", () => {
  startTimer(1000, run);
  vi.advanceTimersByTime(999);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(run).toHaveBeenCalledOnce();
});

test("runs after a delay that is too long for setTimeout", () => {
  const days = 24 * 60 * 60 * 1000;
  startTimer(60 * days, run);
  vi.advanceTimersByTime(60 * days - 1);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
});

test("never runs for Infinity, and leaves no timer", () => {
  startTimer(Infinity, run);
  expect(vi.getTimerCount()).toBe(0);
});

test("leaves no timer after it is cancelled", () => {
  const cancel = startTimer(2 ** 32, run);
  vi.advanceTimersByTime(2 ** 31);
  cancel();
  expect(vi.getTimerCount()).toBe(0);
});

test("does not keep the process alive after unref, however long it runs", () => {
  vi.useRealTimers();
  const spy = vi.spyOn(globalThis, "setTimeout");
  try {
    const kept = startTimer(60_000, run);
    const letGo = startTimer(2 ** 40, run);
    letGo.unref();
    const [first, second] = spy.mock.results.map(({ value }) => value as NodeJS.Timeout);
    expect([first?.hasRef(), second?.hasRef()]).toEqual([true, false]);
    kept();
    letGo();
  } finally {
    spy.mockRestore();
  }
});
