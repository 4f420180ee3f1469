import { type Activation, mockAuth0 } from "auth0-msw";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sendRequest, type Received, sendValid, claimsIn, untypedMock } from "../../tests/helpers/ask.ts";

type Provoking = "a user" | "a client" | "a connection" | "a number";

const password = "correct-horse-battery";

/** A tenant where the valid request matches an entry that provokes something. */
function tenantWhere(who: Provoking, provokes: Activation): Record<string, unknown> {
  const by = (one: Provoking): object => (one === who ? { provokes } : {});
  return {
    users: [{ email: "ada@example.com", password, ...by("a user") }],
    clients: [{ client_id: "demo-client", client_secret: "demo-secret", ...by("a client") }],
    connections: [
      { name: "Username-Password-Authentication", strategy: "auth0", ...by("a connection") },
      { name: "email", strategy: "email", ...by("a connection") },
      { name: "sms", strategy: "sms", ...by("a connection") },
    ],
    ...(who === "a number" && { phoneNumbers: [{ phone_number: "+15555550100", provokes }] }),
  };
}

const sms = { client_id: "demo-client", connection: "sms", phone_number: "+15555550100" };

describe.each(["a user", "a client", "a connection"] as const)("%s who provokes", (who) => {
  test("a success of oauth-ro signs in with any password", async () => {
    const own = untypedMock({ tenant: tenantWhere(who, "oauth-ro/success") });
    const answer = await sendValid(own, "oauth-ro", { password: who === "a user" ? "nope" : password });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(claimsIn(answer).sub).toMatch(/^auth0\|/);
    expect(answer.call).toMatchObject({ scenario: "oauth-ro/success", reason: expect.stringContaining("provokes it") });
  });

  test("a success of passwordless-start sends a message", async () => {
    const own = untypedMock({ tenant: tenantWhere(who, "passwordless-start/success") });
    const answer = await sendValid(own, "passwordless-start");
    expect(answer.json).toMatchObject({ email: "ada@example.com" });
    const code = own.inbox.latest("ada@example.com")?.code;
    expect((await sendValid(own, "oauth-ro", { connection: "email", password: code })).status).toBe(200);
  });

  test("a success keeps its own headers and delay", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const provokes: Activation = { use: "oauth-ro/success", delay: 5000, headers: { "X-Provoked": "yes" } };
      const own = untypedMock({ tenant: tenantWhere(who, provokes) });
      const answered = sendValid(own, "oauth-ro");
      await own.waitForCall("oauth-ro");
      expect(vi.getTimerCount()).toBe(1);
      await vi.advanceTimersByTimeAsync(5000);
      expect((await answered).headers.get("x-provoked")).toBe("yes");
    } finally {
      vi.useRealTimers();
    }
  });

  test("live adds its delay and headers to the tenant's answer", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const provokes: Activation = { use: "oauth-ro/live", delay: 5000, headers: { "X-Provoked": "yes" } };
      const own = untypedMock({ tenant: tenantWhere(who, provokes) });
      for (const [given, status] of [
        [password, 200],
        ["nope", 401],
      ] as const) {
        const answered = sendValid(own, "oauth-ro", { password: given });
        await own.waitForCall("oauth-ro");
        expect(vi.getTimerCount()).toBe(1);
        await vi.advanceTimersByTimeAsync(5000);
        const { headers, status: got } = await answered;
        expect([got, headers.get("x-provoked")]).toEqual([status, "yes"]);
      }
    } finally {
      vi.useRealTimers();
    }
  });
});

test("sends a code to a number that provokes a success", async () => {
  const own = untypedMock({ tenant: tenantWhere("a number", "passwordless-start/success") });
  const { json } = await sendRequest(own, "passwordless-start", sms);
  expect(json).toMatchObject({ phone_number: "+15555550100" });
  expect(own.inbox.latest("+15555550100")?.code).toMatch(/^\d{6}$/);
});

test.each(["a user", "a client", "a connection", "a number"] as const)(
  "rejects an unknown id that %s provokes",
  (who) => {
    const tenant = tenantWhere(who, "oauth-ro/user-bloked" as Activation);
    expect(() => untypedMock({ tenant })).toThrow(
      'Unknown scenario "oauth-ro/user-bloked". Did you mean "oauth-ro/user-blocked"?',
    );
  },
);

describe("fills every placeholder", () => {
  const { scenarios } = mockAuth0();
  // The pattern `{1,15}` in a documented text is not a placeholder.
  const placeholder = /\{[a-z]\w*\}/i;

  function expectFilled({ text, headers, call }: Received): void {
    expect(text).not.toMatch(placeholder);
    expect(JSON.stringify([...headers])).not.toMatch(placeholder);
    expect(call.reason).not.toMatch(placeholder);
    expect(JSON.stringify(call)).not.toMatch(placeholder);
  }

  test.each(scenarios.filter(({ id }) => !id.endsWith("/no-response")))(
    "of $id, forced and provoked",
    async (scenario) => {
      const { id, endpoint } = scenario;
      const forced = mockAuth0();
      forced.use(id);
      expectFilled(await sendValid(forced, endpoint));

      for (const who of ["a user", "a client", "a connection", "a number"] as const) {
        const own = untypedMock({ tenant: tenantWhere(who, id) });
        expectFilled(await sendValid(own, "oauth-ro"));
        expectFilled(await sendValid(own, "passwordless-start"));
        expectFilled(await sendRequest(own, "passwordless-start", sms));
        const idToken = { id_token: await tokenOf(own), grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer" };
        expectFilled(await sendValid(own, "oauth-ro", { ...idToken, device: "a phone" }));
      }
    },
  );

  /** A valid id token of the user who provokes something. */
  async function tokenOf(own: ReturnType<typeof mockAuth0>): Promise<unknown> {
    own.once("oauth-ro/success");
    return (await sendValid(own, "oauth-ro")).json["id_token"];
  }
});

describe("a request that names its own scenario", () => {
  const auth0 = mockAuth0();
  beforeEach(() => auth0.use("oauth-ro/access-denied"));
  afterEach(() => auth0.reset());

  test("overrides what is switched on, by header in any case and by query", async () => {
    for (const options of [
      { headers: { "Auth0-Scenario": "oauth-ro/user-blocked" } },
      { url: "https://demo.eu.auth0.com/oauth/ro?auth0-scenario=passwordless-start/success,oauth-ro/user-blocked" },
    ]) {
      const { call } = await sendValid(auth0, "oauth-ro", {}, options);
      expect(call).toMatchObject({ scenario: "oauth-ro/user-blocked", reason: "the request's own" });
    }
  });
});
