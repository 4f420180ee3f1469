import { demoTenant, type Provokes, type Tenant } from "../scenarios/demo-tenant.ts";
import { type Activation, check, type LooseActivation } from "./activation.ts";
import type { Registry } from "./registry.ts";

/** A tenant of your own, laid over the demo tenant key by key. */
export type TenantOptions<Custom> = Partial<Tenant<Activation<Custom>>>;

/** A tenant whose scenario ids have been checked. */
export interface LiveTenant extends Tenant<LooseActivation> {
  /** Whether unknown client ids are welcome: as long as nobody passes clients. */
  readonly anyClient: boolean;
}

/** Throws when an entry provokes a scenario that nobody knows. */
export function layTenant(registry: Registry, options: Partial<Tenant<LooseActivation>>): LiveTenant {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const tenant: Tenant<LooseActivation> = { ...demoTenant, ...given };
  const { clients, connections, users, phoneNumbers } = tenant;
  for (const { provokes } of [...clients, ...connections, ...users, ...phoneNumbers]) {
    for (const activation of provoked(provokes)) check(registry, activation);
  }
  return { ...tenant, anyClient: clients === demoTenant.clients };
}

/** The activations of an entry, as a list. */
export function provoked(provokes: Provokes<LooseActivation> | undefined): readonly LooseActivation[] {
  if (provokes === undefined) return [];
  return Array.isArray(provokes) ? provokes : [provokes as LooseActivation];
}
