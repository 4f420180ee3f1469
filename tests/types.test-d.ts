import { type Activation, demoTenant, mockAuth0, type ParamsOf, type Scenario, type ScenarioId } from "auth0-msw";
import { expectTypeOf } from "vitest";

const auth0 = mockAuth0();

// Ids are those of the catalog, and live.
expectTypeOf<"oauth-ro/user-blocked">().toExtend<ScenarioId>();
expectTypeOf<"passwordless-start/live">().toExtend<ScenarioId>();
expectTypeOf<"oauth-ro/user-bloked">().not.toExtend<ScenarioId>();
expectTypeOf<"oauth-ro/invalid-email">().not.toExtend<ScenarioId>();

auth0.use("oauth-ro/user-blocked", { delay: "infinite", headers: { "x-a": "b" } });
auth0.once({ use: "oauth-ro/network-error", delay: 300 });
auth0.sequence(["oauth-ro/wrong-password", { use: "oauth-ro/success", delay: "real" }], { cycle: true });
// @ts-expect-error: a wrong name
auth0.use("oauth-ro/user-bloked");
// @ts-expect-error: a wrong name
auth0.sequence(["oauth-ro/user-bloked"]);
// @ts-expect-error: a wrong name
auth0.once({ use: "oauth-ro/user-bloked" });
// @ts-expect-error: not a delay
auth0.use("oauth-ro/live", { delay: "long" });
// @ts-expect-error: a wrong endpoint
auth0.active("oauth-token");
// @ts-expect-error: any string
auth0.use(String(1));
auth0.use({ use: "oauth-ro/network-error", delay: 300 }, { delay: 800, headers: { "x-a": "b" } });
for (const id of ["oauth-ro/user-blocked", "passwordless-start/live"] as const) auth0.use(id, { delay: 5 });

mockAuth0({ domain: "demo.eu.auth0.com" });
mockAuth0({ domain: ["demo.eu.auth0.com", "localhost:3000/auth0"] as const });
// @ts-expect-error: not a domain
mockAuth0({ domain: 443 });
// @ts-expect-error: an unknown option
mockAuth0({ doman: "demo.eu.auth0.com" });
// @ts-expect-error: an unknown key of the tenant
mockAuth0({ tenant: { usres: [] } });

// Params come from the placeholders in the text and headers. The braces of a pattern are not placeholders.
expectTypeOf<ParamsOf<"passwordless-start/sms-provider-error">>().toEqualTypeOf<{
  readonly message?: string | number;
  readonly code?: string | number;
}>();
expectTypeOf<keyof ParamsOf<"oauth-ro/too-many-requests">>().toEqualTypeOf<
  "detail" | "retryAfter" | "limit" | "reset"
>();
auth0.use("passwordless-start/sms-provider-error", { params: { code: 21610 } });
auth0.use({ use: "passwordless-start/sms-provider-error", params: { message: "No" } });
// @ts-expect-error: a wrong param
auth0.use("passwordless-start/sms-provider-error", { params: { cod: 21610 } });
// @ts-expect-error: a wrong param
auth0.use({ use: "passwordless-start/sms-provider-error", params: { cod: 21610 } });
// @ts-expect-error: the scenario has no params
auth0.use("oauth-ro/user-blocked", { params: { code: 1 } });
// @ts-expect-error: the scenario has no params
auth0.use("passwordless-start/invalid-phone-number", { params: { n: 1 } });
// @ts-expect-error: a wrong type
auth0.use("passwordless-start/sms-provider-error", { params: { code: true } });

// The active scenario is an id of that endpoint.
expectTypeOf(auth0.active("oauth-ro")).toExtend<ScenarioId>();
expectTypeOf<"oauth-ro/live">().toExtend<ReturnType<typeof auth0.active<"oauth-ro">>>();
expectTypeOf<"passwordless-start/live">().not.toExtend<ReturnType<typeof auth0.active<"oauth-ro">>>();
expectTypeOf(auth0.failures("oauth-ro")[0]).toExtend<Scenario | undefined>();
for (const { id } of auth0.failures("oauth-ro")) auth0.use(id);
for (const { id } of auth0.scenarios) auth0.use(id);

// Custom scenarios have the same strict types.
const custom = mockAuth0({
  scenarios: {
    "oauth-ro": {
      maintenance: { status: 503, error: "maintenance", description: "Back at {time}", params: { time: "noon" } },
      terms: { status: 403, body: { code: "terms", text: "Accept {what}" }, headers: { "x-{no}": "{header}" } },
      page: { status: 502, body: "<h1>{title}</h1> { not one } {1,2}" },
    },
  },
  tenant: {
    users: [{ email: "a@example.com", provokes: "oauth-ro/maintenance" }],
    phoneNumbers: [{ phone_number: "+1", provokes: [{ use: "oauth-ro/terms", params: { what: "them" } }] }],
  },
});
custom.use("oauth-ro/maintenance", { params: { time: "one" } });
custom.use("oauth-ro/terms", { params: { what: "this", header: "h" } });
custom.use("oauth-ro/page", { params: { title: "t" } });
custom.use("oauth-ro/user-blocked");
// @ts-expect-error: a wrong name
custom.use("oauth-ro/maintenence");
// @ts-expect-error: belongs to the other endpoint
custom.use("passwordless-start/maintenance");
// @ts-expect-error: a wrong param
custom.use("oauth-ro/maintenance", { params: { hour: "one" } });
// @ts-expect-error: a wrong param
custom.use("oauth-ro/page", { params: { "1,2": "one" } });
// @ts-expect-error: this mock has no custom scenarios
auth0.use("oauth-ro/maintenance");
// @ts-expect-error: a wrong name
mockAuth0({ tenant: { clients: [{ client_id: "c", provokes: "oauth-ro/nothing" }] } });
// @ts-expect-error: a wrong endpoint
mockAuth0({ scenarios: { "oauth-token": { a: { status: 400 } } } });
// @ts-expect-error: status is missing
mockAuth0({ scenarios: { "oauth-ro": { a: { error: "a" } } } });
// @ts-expect-error: a built-in scenario
mockAuth0({ scenarios: { "oauth-ro": { "user-blocked": { status: 400 } } } });

const activation: Activation = { use: "passwordless-start/sms-provider-error", params: { code: 1 } };
auth0.sequence([activation]);
auth0.use(activation, { delay: 5 });
// @ts-expect-error: a wrong param
const wrong: Activation = { use: "passwordless-start/sms-provider-error", params: { cod: 1 } };
auth0.sequence([wrong]);

// The demo tenant can be extended.
mockAuth0({ tenant: demoTenant });
mockAuth0({ tenant: { users: [...demoTenant.users, { email: "me@example.com", provokes: "oauth-ro/live" }] } });
