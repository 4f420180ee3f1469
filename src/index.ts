export { demoTenant } from "../scenarios/demo-tenant.ts";
export type {
  Client,
  Connection,
  PhoneNumber,
  Provokes,
  RateLimit,
  Tenant,
  User,
} from "../scenarios/demo-tenant.ts";
export type { Endpoint, Evidence, Grant, Kind, Param } from "../scenarios/scenario.ts";
export type { Activation, ActivationOptions, DetailedActivation } from "./activation.ts";
export type { Call } from "./call.ts";
export type { Inbox, Message } from "./inbox.ts";
export { mockAuth0, type MockAuth0, type MockAuth0Options } from "./mock-auth0.ts";
export type { Delay } from "./pause.ts";
export type { Example, Scenario } from "./scenario.ts";
export type { CustomScenario, CustomScenarios, LiveId, NoCustom, ParamsOf, ScenarioId } from "./scenario-id.ts";
export type { SessionEvent } from "./session.ts";
export type { TenantOptions } from "./tenant-options.ts";
