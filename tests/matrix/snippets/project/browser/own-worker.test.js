import { expect, test } from "vitest";
import { auth0 } from "../examples/vitest/own-worker";

test("the mock answers in a worker of the page, and so do the page's own handlers", async () => {
  auth0.use("oauth-ro/user-blocked");
  const { status } = await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" });
  expect(status).toBe(401);
  expect(auth0).toHaveAnswered("oauth-ro/user-blocked");
  expect(await (await fetch("/api/me")).json()).toEqual({ name: "Ada" });
});
