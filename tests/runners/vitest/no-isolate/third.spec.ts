import { beforeAll, expect, test } from "vitest";
import { signIn } from "../requests.ts";
import { auth0 } from "../set-ups/one-line.ts";
import { blockUser, files } from "./helper.ts";

let before: string | undefined;

beforeAll(() => {
  before = auth0.active("oauth-ro");
  auth0.use("oauth-ro/access-denied");
});

test("a file shares its process", async ({ task }) => {
  task.meta.count = files.add(import.meta.url).size;
  expect(before).toBe("oauth-ro/live");
  expect(await signIn()).toBe(403);
  blockUser();
  expect(await signIn()).toBe(401);
  expect(auth0.calls()).toHaveLength(2);
});
