import type { Provokes, Tenant } from "../../scenarios/demo-tenant.ts";
import { type Activation, resolveActivation, type UntypedActivation } from "./activation.ts";
import type { Registry } from "./registry.ts";

/** A tenant of your own, merged over the demo tenant key by key. */
export type TenantOptions<Custom> = Partial<Tenant<Activation<Custom>>>;

/** Only the keys of a tenant that are given. Their activations are untyped. */
export type GivenTenant = Partial<Tenant<UntypedActivation>>;

/**
 * Checks and copies what the entries of a tenant provoke. Keys that are undefined are left out.
 * @throws When an entry provokes an unknown scenario, or sets an invalid option.
 */
export function checkTenant(registry: Registry, options: GivenTenant): GivenTenant {
  const { clients, connections, users, phoneNumbers, ...others } = options;
  const checked = {
    clients: clients && checkEntries(registry, "clients", clients),
    connections: connections && checkEntries(registry, "connections", connections),
    users: users && checkEntries(registry, "users", users),
    phoneNumbers: phoneNumbers && checkEntries(registry, "phoneNumbers", phoneNumbers),
    ...others,
  };
  return Object.fromEntries(Object.entries(checked).filter(([, value]) => value !== undefined));
}

function checkEntries<Entry extends { readonly provokes?: Provokes<UntypedActivation> }>(
  registry: Registry,
  key: string,
  entries: readonly Entry[],
): Entry[] {
  return entries.map((entry, index) => {
    if (entry.provokes === undefined) return entry;
    const provokes = provoked(entry.provokes).map((activation) => {
      try {
        const { id: use, params, headers, delay } = resolveActivation(registry, activation);
        return typeof activation === "string" ? activation : { use, params, headers, delay };
      } catch (error) {
        throw new TypeError(`Invalid tenant.${key}[${index}].provokes: ${(error as Error).message}`, { cause: error });
      }
    });
    return { ...entry, provokes };
  });
}

/** The activations of an entry, as a list. */
export function provoked(provokes: Provokes<UntypedActivation> | undefined): readonly UntypedActivation[] {
  if (provokes === undefined) return [];
  return Array.isArray(provokes) ? provokes : [provokes as UntypedActivation];
}
