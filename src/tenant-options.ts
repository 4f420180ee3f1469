import type { Provokes, Tenant } from "../scenarios/demo-tenant.ts";
import { type Activation, check, type LooseActivation } from "./activation.ts";
import type { Registry } from "./registry.ts";

/** A tenant of your own, laid over the demo tenant key by key. */
export type TenantOptions<Custom> = Partial<Tenant<Activation<Custom>>>;

/** The keys of a tenant that are given, their scenario ids checked. */
export type GivenTenant = Partial<Tenant<LooseActivation>>;

/** Throws when an entry provokes a scenario that nobody knows. */
export function checkTenant(registry: Registry, options: GivenTenant): GivenTenant {
  const { clients = [], connections = [], users = [], phoneNumbers = [] } = options;
  for (const { provokes } of [...clients, ...connections, ...users, ...phoneNumbers]) {
    for (const activation of provoked(provokes)) check(registry, activation);
  }
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** The activations of an entry, as a list. */
export function provoked(provokes: Provokes<LooseActivation> | undefined): readonly LooseActivation[] {
  if (provokes === undefined) return [];
  return Array.isArray(provokes) ? provokes : [provokes as LooseActivation];
}
