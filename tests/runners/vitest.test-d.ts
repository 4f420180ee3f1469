import { mockAuth0 } from "auth0-msw";
import { type Auth0InTests, setupAuth0 } from "auth0-msw/vitest";
import { setupServer } from "msw/node";
import { setupWorker } from "msw/browser";
import { expect, expectTypeOf, type TaskMeta, test } from "vitest";

const terms = {
  "oauth-ro": { "terms-changed": { status: 403, error: "terms", description: "Since {date}" } },
} as const;

// Takes a mock, options, or nothing.
expectTypeOf(setupAuth0()).toEqualTypeOf<Auth0InTests>();
expectTypeOf(setupAuth0({ domain: "demo.eu.auth0.com" })).toEqualTypeOf<Auth0InTests>();
expectTypeOf(setupAuth0(mockAuth0())).toEqualTypeOf<Auth0InTests>();
expectTypeOf(setupAuth0(mockAuth0(), { server: setupServer() })).toEqualTypeOf<Auth0InTests>();
expectTypeOf(setupAuth0({}, { worker: setupWorker() })).toEqualTypeOf<Auth0InTests>();
// @ts-expect-error: a wrong option
setupAuth0({ domains: "demo.eu.auth0.com" });
// @ts-expect-error: an option of the second argument
setupAuth0({ server: setupServer() });
// @ts-expect-error: a worker is not a server
setupAuth0({}, { server: setupWorker() });

// Custom scenarios, in options or in a mock.
const custom = setupAuth0({
  scenarios: terms,
  tenant: { users: [{ email: "a@b.c", provokes: "oauth-ro/terms-changed" }] },
});
custom.use("oauth-ro/terms-changed", { params: { date: "May" } });
setupAuth0(mockAuth0({ scenarios: terms })).use("oauth-ro/terms-changed", { params: { date: "May" } });
setupAuth0({ scenarios: { "oauth-ro": { own: { status: 400, description: "Since {date}" } } } }).use("oauth-ro/own", {
  params: { date: "May" },
});
// @ts-expect-error: a wrong param
custom.use("oauth-ro/terms-changed", { params: { day: "May" } });
// @ts-expect-error: this mock has no custom scenarios
setupAuth0().use("oauth-ro/terms-changed");
// @ts-expect-error: a built-in id
setupAuth0({ scenarios: { "oauth-ro": { "user-blocked": { status: 400 } } } });

test("the matcher accepts the ids of the mock", async () => {
  const auth0 = setupAuth0();
  expectTypeOf(expect(auth0).toHaveAnswered("oauth-ro/user-blocked")).toEqualTypeOf<void>();
  expect(auth0).not.toHaveAnswered("passwordless-start/invalid-email");
  expect(custom).toHaveAnswered("oauth-ro/terms-changed");
  await expect.poll(() => auth0).toHaveAnswered("oauth-ro/user-blocked");
  for (const { id } of auth0.failures()) expect(auth0).toHaveAnswered(id);
  // @ts-expect-error: a wrong name
  void expect(auth0).toHaveAnswered("oauth-ro/user-bloked");
  // @ts-expect-error: a wrong name
  void expect(auth0).not.toHaveAnswered("oauth-ro/invalid-email");
  // @ts-expect-error: a wrong name
  await expect.poll(() => auth0).toHaveAnswered("oauth-ro/user-bloked");
  // @ts-expect-error: no scenario has that name
  void expect(auth0).toHaveAnswered("oauth-ro/live");
  // @ts-expect-error: a scenario of another mock
  void expect(auth0).toHaveAnswered("oauth-ro/terms-changed");
  // @ts-expect-error: not a mock
  void expect(auth0.calls()).toHaveAnswered("oauth-ro/user-blocked");
});

// The meta of a test, for the coverage report.
expectTypeOf<Omit<NonNullable<TaskMeta["auth0"]>, "screens">>().toEqualTypeOf<{
  readonly v: 1;
  readonly served: readonly string[];
}>();
