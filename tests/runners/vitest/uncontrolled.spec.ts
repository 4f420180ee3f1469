import { expect, test } from "vitest";
import { signIn } from "./requests.ts";

test("a worker that does not control the page is replaced", async () => {
  expect(await signIn()).toBe(400);
});
