import { expect, test } from "vitest";
import { auth0 } from "../../../examples/vitest/own-server.ts";

test("your own server keeps its handlers and uses those of the mock", async () => {
  auth0.use("oauth-ro/user-blocked");
  const response = await fetch("https://demo.eu.auth0.com/oauth/ro", { method: "POST", body: "{}" });
  expect(response.status).toBe(401);
  expect(await (await fetch("https://api.example.com/me")).json()).toEqual({ name: "Ada" });
});
