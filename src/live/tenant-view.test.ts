import { type MockAuth0, mockAuth0 } from "auth0-msw";
import { expect, test } from "vitest";
import { sendValid } from "../../tests/helpers/ask.ts";
import { internalsOf } from "../mock-auth0.ts";
import { clearCounters } from "./state.ts";
import { tenantView, type TenantView } from "./tenant-view.ts";

function viewOf(auth0: MockAuth0): TenantView {
  const mock = internalsOf(auth0);
  return tenantView(mock, mock.session().tenantState);
}

test("lists the users with what they provoke, and other entries only when they provoke something", () => {
  const tenant = {
    users: [
      {
        email: "a@example.com",
        password: "pw",
        provokes: ["oauth-ro/user-blocked", "passwordless-start/user-blocked"],
      },
    ],
    connections: [{ name: "email", strategy: "email" }],
    clients: [{ client_id: "old", provokes: { use: "oauth-ro/grant-not-allowed", delay: 5 } }],
  } as const;
  const { users, others, rateLimit } = viewOf(mockAuth0({ tenant }));
  expect(users).toEqual([
    { email: "a@example.com", password: "pw", provokes: ["oauth-ro/user-blocked", "passwordless-start/user-blocked"] },
  ]);
  expect(others).toEqual([
    { kind: "phone number", name: "+15005550001", provokes: ["passwordless-start/sms-provider-error"] },
    { kind: "client", name: "old", provokes: ["oauth-ro/grant-not-allowed"] },
  ]);
  expect(rateLimit).toBeNull();
});

test("counts failed attempts and requests, until they are cleared", async () => {
  const auth0 = mockAuth0({ tenant: { rateLimit: { limit: 3, windowSeconds: 60 } } });
  expect(viewOf(auth0)).toMatchObject({ attempts: [], requests: [] });
  await sendValid(auth0, "oauth-ro", { password: "wrong" });
  await sendValid(auth0, "oauth-ro", { password: "wrong", username: "GRACE@example.com" });
  const connection = "Username-Password-Authentication";
  expect(viewOf(auth0)).toMatchObject({
    attempts: [
      { connection, username: "ada@example.com", failures: 1 },
      { connection, username: "grace@example.com", failures: 1 },
    ],
    requests: [{ endpoint: "oauth-ro", used: 2 }],
    attemptsBeforeLock: 10,
  });
  clearCounters(internalsOf(auth0).session().tenantState);
  expect(viewOf(auth0)).toMatchObject({ attempts: [], requests: [] });
});

test("unlocks a locked account", async () => {
  const auth0 = mockAuth0();
  for (let attempt = 0; attempt < 10; attempt++) await sendValid(auth0, "oauth-ro", { password: "wrong" });
  expect((await sendValid(auth0, "oauth-ro")).call.scenario).toBe("oauth-ro/too-many-attempts");
  clearCounters(internalsOf(auth0).session().tenantState);
  expect((await sendValid(auth0, "oauth-ro")).call.scenario).toBe("oauth-ro/success");
});
