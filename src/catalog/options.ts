import * as z from "zod/mini";
import type { Client, Connection, PhoneNumber, RateLimit, Tenant, User } from "../../scenarios/demo-tenant.ts";
import type { Endpoint } from "../../scenarios/types.ts";
import { type Delay, expectedDelay } from "./delay.ts";
import { expected, json, lazily, parse, type Shape, strict } from "./parse.ts";
import type { NewNames, NoCustom } from "./scenario-id.ts";
import type { OtherRequests } from "./other-requests.ts";
import type { GivenTenant, TenantOptions } from "./tenant-options.ts";

/** The options of `mockAuth0`, all optional. */
export interface MockAuth0Options<Custom = NoCustom> {
  /**
   * The host to answer on, with its port and path prefix if it has them: `"demo.eu.auth0.com"`,
   * `"localhost:3000/auth0"`, or a list. Defaults to any host.
   */
  readonly domain?: string | readonly string[];
  /** The tenant that answers when nothing is switched on, merged over the demo tenant key by key. */
  readonly tenant?: TenantOptions<NoInfer<Custom>>;
  /** Your own scenarios, by endpoint. */
  readonly scenarios?: Custom & NewNames<NoInfer<Custom>>;
  /** The delay of every response that sets no other delay. Defaults to 0. */
  readonly delay?: Delay;
  /** The seed of generated data. The same seed gives the same data. Defaults to 1. */
  readonly seed?: number;
  /**
   * What happens to requests to the mocked domains that are for neither endpoint, and that no handler of yours answers.
   * Without a domain, this is about every host under `auth0.com`. `"warn"` lets them pass and names each path once,
   * `"error"` ends them with a network error and fails the test, `"pass"` lets them pass. Defaults to `"warn"`.
   */
  readonly otherRequests?: OtherRequests;
}

/** The options with their defaults. `domain` and `scenarios` are still unchecked. */
export interface ReadOptions {
  readonly domain: MockAuth0Options["domain"];
  readonly scenarios: unknown;
  readonly tenant: GivenTenant;
  readonly delay: Delay;
  readonly seed: number;
  readonly otherRequests: OtherRequests;
}

/**
 * Checks and copies the options of `mockAuth0`.
 * @throws On the first unknown or invalid option.
 */
export function readOptions(given: unknown): ReadOptions {
  const {
    domain,
    scenarios,
    tenant,
    delay = 0,
    seed = 1,
    otherRequests = "warn",
  } = given === undefined ? {} : parse(optionsSchema(), given, []);
  return {
    domain: domain as MockAuth0Options["domain"],
    scenarios,
    tenant: tenant === undefined ? {} : (parse(tenantSchema(), tenant, ["tenant"]) as GivenTenant),
    delay,
    seed,
    otherRequests,
  };
}

const optionsSchema = lazily(() => {
  const delay = expected(expectedDelay);
  return strict({
    /** Checked by `checkDomains`. */
    domain: z.optional(z.unknown()),
    tenant: z.optional(z.unknown()),
    /** Checked by `readScenarios`. */
    scenarios: z.optional(z.unknown()),
    delay: z.optional(z.union([z.number(delay).check(z.gte(0, delay)), z.literal(["real", "infinite"])], delay)),
    seed: z.optional(z.int(expected("a whole number"))),
    otherRequests: z.optional(z.literal(["pass", "warn", "error"], expected('"pass", "warn" or "error"'))),
  } satisfies Shape<MockAuth0Options>);
});

const tenantSchema = lazily(() => {
  const text = z.string(expected("a string"));
  const name = text.check(z.minLength(1, expected("a string that is not empty")));
  const flag = z.boolean(expected("true or false"));
  const list = expected("an array");

  /** Any value that a token can carry, or undefined. */
  const claim = json(z.unknown());

  /** `checkTenant` checks the ids later, when the custom scenarios are known. */
  const activation = z.union([z.string(), z.looseObject({})]);
  const provokes = z.union(
    [activation, z.array(activation)],
    expected("a scenario id, { use: id, ...options }, or a list of these"),
  );

  const client = strict({
    client_id: name,
    client_secret: z.optional(text),
    confidential: z.optional(flag),
    provokes: z.optional(provokes),
  } satisfies Shape<Client>);

  const connection = strict({
    name,
    strategy: name,
    signup: z.optional(flag),
    provokes: z.optional(provokes),
  } satisfies Shape<Connection>);

  const publicKey = z.union([z.string(), z.record(z.string(), claim)], expected("a public key: a JWK, or PEM as SPKI"));

  /** Any other property is a claim. */
  const user = z.catchall(
    z.object(
      {
        user_id: z.optional(text),
        email: z.optional(text),
        email_verified: z.optional(flag),
        username: z.optional(text),
        phone_number: z.optional(text),
        phone_verified: z.optional(flag),
        password: z.optional(text),
        mfaCode: z.optional(text),
        connection: z.optional(text),
        name: z.optional(text),
        given_name: z.optional(text),
        family_name: z.optional(text),
        nickname: z.optional(text),
        picture: z.optional(text),
        locale: z.optional(text),
        deviceKeys: z.optional(z.array(publicKey, list)),
        provokes: z.optional(provokes),
      } satisfies Shape<User>,
      expected("an object"),
    ),
    claim,
  );

  const phoneNumber = strict({ phone_number: name, provokes } satisfies Shape<PhoneNumber>);

  const limit = expected("a whole number from 0 up");
  const seconds = expected("a number of seconds above 0");
  const rateLimit = strict({
    limit: z.int(limit).check(z.gte(0, limit)),
    windowSeconds: z.number(seconds).check(z.gt(0, seconds)),
  } satisfies Shape<RateLimit>);

  const switches = { "oauth-ro": z.optional(flag), "passwordless-start": z.optional(flag) };

  return strict({
    clients: z.optional(z.array(client, list)),
    connections: z.optional(z.array(connection, list)),
    users: z.optional(z.array(user, list)),
    phoneNumbers: z.optional(z.array(phoneNumber, list)),
    endpoints: z.optional(strict(switches satisfies Shape<Record<Endpoint, boolean>>)),
    rateLimit: z.optional(z.nullable(rateLimit)),
  } satisfies Shape<Tenant>);
});
