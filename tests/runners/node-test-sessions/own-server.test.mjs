import assert from "node:assert/strict";
import { before, test } from "node:test";
import { server } from "./own-server.mjs";

before(() => {
  if (process.env["LISTENS"]) server.listen({ onUnhandledFrame: "bypass" });
});

test("the mock answers in it", async () => {
  const { status } = await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST" });
  assert.equal(status, 400);
});
