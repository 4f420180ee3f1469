import { demoTenant, type RateLimit, type Tenant } from "../../scenarios/demo-tenant.ts";
import { idOf, type UntypedActivation } from "../catalog/activation.ts";
import { provoked } from "../catalog/tenant-options.ts";
import type { Mock } from "../engine/request-context.ts";
import type { TenantState } from "../engine/session.ts";
import { attemptsBeforeLock, type Counters, countersOf } from "./state.ts";

/** The tenant and its counters, as plain data. */
export interface TenantView extends Counters {
  readonly users: readonly TenantUser[];
  /** The phone numbers, connections and clients that provoke scenarios. */
  readonly others: readonly TenantEntry[];
  /** How many wrong passwords in a row lock an account. */
  readonly attemptsBeforeLock: number;
  readonly rateLimit: RateLimit | null;
}

/** An entry of the tenant that provokes scenarios. */
export interface TenantEntry {
  readonly kind: "phone number" | "connection" | "client";
  readonly name: string;
  /** The ids of the scenarios. */
  readonly provokes: readonly string[];
}

type UserField = "email" | "username" | "phone_number" | "password" | "mfaCode" | "connection";

/** A user of the tenant. */
export interface TenantUser extends Readonly<Partial<Record<UserField, string | undefined>>> {
  /** The ids of the scenarios. */
  readonly provokes: readonly string[];
}

/** The tenant of a mock, with the counters of a session. */
export function tenantView({ tenant }: Mock, state: TenantState): TenantView {
  const { users, phoneNumbers, connections, clients, rateLimit }: Tenant<UntypedActivation> = {
    ...demoTenant,
    ...tenant,
  };
  return {
    users: users.map(({ email, username, phone_number, password, mfaCode, connection, provokes }) => {
      const ids = provoked(provokes).map(idOf);
      return { email, username, phone_number, password, mfaCode, connection, provokes: ids };
    }),
    others: [
      ...phoneNumbers.map((each) => toEntry("phone number", each.phone_number, each.provokes)),
      ...connections.map((each) => toEntry("connection", each.name, each.provokes)),
      ...clients.map((each) => toEntry("client", each.client_id, each.provokes)),
    ].filter(({ provokes }) => provokes.length > 0),
    attemptsBeforeLock,
    rateLimit,
    ...countersOf(state),
  };
}

function toEntry(
  kind: TenantEntry["kind"],
  name: string,
  provokes: UntypedActivation | readonly UntypedActivation[] | undefined,
): TenantEntry {
  return { kind, name, provokes: provoked(provokes).map(idOf) };
}
