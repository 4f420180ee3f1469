import { connect } from "node:net";
import { test } from "vitest";
import { signIn } from "./requests.ts";
import { auth0 } from "./set-ups/one-line.ts";

test("waits for an answer that never comes", { timeout: 600_000 }, async () => {
  auth0.use("oauth-ro/no-response");
  const never = signIn();
  await auth0.waitForCall("oauth-ro");
  // Notifies the outer test, does not keep the process alive, and closes with it.
  const socket = connect(Number(new URL(import.meta.env["LOOPBACK"] as string).port), "127.0.0.1");
  socket.write("GET /pending HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n");
  socket.unref();
  await never;
});
