import { expect, test } from "vitest";
import { mergeHeaders } from "./render.ts";

test("merges headers of any case, and later ones replace earlier ones", () => {
  const merged = mergeHeaders({ "retry-after": "30", a: "1" }, undefined, { "Retry-After": "5", "X-B": "2" });
  expect({ ...merged }).toEqual({ "retry-after": "5", a: "1", "x-b": "2" });
});
