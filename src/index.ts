export { mockAuth0, type MockAuth0 } from "./mock-auth0.ts";

// Data: the endpoints, their answers, and the tenant.
export { demoTenant } from "../scenarios/demo-tenant.ts";
export type { Client, Connection, PhoneNumber, Provokes, RateLimit, Tenant, User } from "../scenarios/demo-tenant.ts";
export type { Endpoint, Evidence, Grant, Kind, Param } from "../scenarios/types.ts";

// What you pass.
export type { MockAuth0Options } from "./catalog/options.ts";
export type { Activation, ActivationOptions, DetailedActivation } from "./catalog/activation.ts";
export type { CustomScenario, CustomScenarios, LiveId, NoCustom, ParamsOf, ScenarioId } from "./catalog/scenario-id.ts";
export type { Delay } from "./catalog/delay.ts";
export type { TenantOptions } from "./catalog/tenant-options.ts";

// What you get.
export type { Call, CallRecord } from "./engine/call.ts";
export type { Example, Scenario } from "./catalog/scenario.ts";
export type { Inbox, Message } from "./engine/inbox.ts";
export type { SessionEvent } from "./engine/session.ts";
