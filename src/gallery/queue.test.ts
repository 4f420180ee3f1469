import { expect, test } from "vitest";
import { nextToLoad, type Queued } from "./queue.ts";

const cells = (states: string): Queued[] =>
  Array.from(states, (state, index) => ({
    id: String(index),
    state: state === "w" ? "waiting" : state === "l" ? "loading" : "done",
  }));

test.each([
  ["in order, up to the limit", "wwww", [], ["0", "1"]],
  ["those in view first", "wwww", ["3"], ["3", "0"]],
  ["fewer while others load", "lwww", [], ["1"]],
  ["none while enough load", "llww", ["2"], []],
  ["none when all are done", "ddd", ["1"], []],
])("%s", (_, states, inView, expected) => {
  expect(nextToLoad(cells(states), new Set(inView), 2)).toEqual(expected);
});
