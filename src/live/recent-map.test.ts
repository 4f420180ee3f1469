import { expect, test } from "vitest";
import { RecentMap } from "./recent-map.ts";

test("drops the least recently used entry beyond the limit", () => {
  const map = new RecentMap<number>(3);
  map.set("a", 1);
  map.set("b", 2);
  map.set("c", 3);
  map.get("a");
  map.set("d", 4);
  expect(map.values()).toEqual([3, 1, 4]);
  expect(map.get("b")).toBeUndefined();
});

test("counts setting a key again as a use, and keeps one entry", () => {
  const map = new RecentMap<number>(2);
  map.set("a", 1);
  map.set("b", 2);
  map.set("a", 3);
  map.set("c", 4);
  expect(map.values()).toEqual([3, 4]);
});

test("makes room when an entry is deleted", () => {
  const map = new RecentMap<number>(2);
  map.set("a", 1);
  map.set("b", 2);
  map.delete("a");
  map.set("c", 3);
  expect(map.values()).toEqual([2, 3]);
});
