import { demoTenant, type Endpoint } from "auth0-msw";
import * as fc from "fast-check";

/** The options of a mock: valid, but unusual. */
export interface Options {
  readonly scenarios: object;
  readonly tenant: object;
  readonly seed: number;
}

/** A request to an endpoint. Sometimes a scenario is switched on before it. */
export interface Step {
  readonly endpoint: Endpoint;
  readonly switched: { readonly how: "use" | "once"; readonly what: Activation } | null;
  readonly method: string;
  readonly host: string;
  readonly query: string;
  readonly headers: readonly Header[];
  readonly content: Content;
}

/** A body and its content type. */
export interface Content {
  readonly type: string | null;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** A header as it is sent. */
export type Header = readonly [name: string, value: string];

/** Placeholders for the newest code and id token that the mock issued. */
export const fromMock = { code: "<newest code>", idToken: "<newest id_token>" };

/** A secret that the log must never show. */
export const canary = "canary-4f7a91";

const jwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** Names that every JavaScript object has, and names that are easily confused with something else. */
const strangeNames = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "toJSON",
  "then",
  "length",
  "{detail}",
  "$&",
  "%",
  "a,b",
  "a[b]",
  " ",
  "İ",
  "\u0000",
  "\u{1f469}\u200d\u{1f4bb}",
];
const strangeName = fc.constantFrom(...strangeNames);

// Built from code points: `fc.string({ unit: "binary" })` is slow to prepare and has no half surrogate pairs.
const characters = fc
  .array(fc.nat(0x10_ff_ff), { maxLength: 20 })
  .map((codePoints) => String.fromCodePoint(...codePoints));

/** Any text, including half surrogate pairs. */
const anyText = fc.oneof(strangeName, characters, fc.constantFrom("\ud800", "a\udc00b", "x".repeat(5000)));

/** Objects that break code that converts them to a string or number. */
const hostileObjects = fc.constantFrom<unknown>(
  { toString: 1 },
  { valueOf: null, toString: null },
  { toJSON: 1 },
  JSON.parse('{"__proto__":{"a":1}}'),
  { constructor: { prototype: 1 } },
  { length: 3 },
);

/** Deeply nested arrays. */
const deep = fc.constantFrom(30, 300, 6000).map((levels): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = [value];
  return value;
});

/** Any JSON value. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: anyText },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 2, arbitrary: hostileObjects },
  { weight: 1, arbitrary: deep },
);

const emails = ["ada@example.com", "blocked@example.com", "MFA@example.com", "new@example.com", "own@example.com"];
const numbers = ["+15555550100", "+15005550001", "+15555550123"];
const connectionNames = [
  "Username-Password-Authentication",
  "email",
  "sms",
  "google-oauth2",
  "active-directory",
  "disabled-email",
  "no-signup-email",
  "own-database",
];
const clientIds = ["demo-client", "confidential-client", "unknown-client", "oidc-conformant-client", "own-client"];
const passwords = ["correct-horse-battery", "123456", canary, fromMock.code];
const scopes = ["openid", "email", "profile", "offline_access", "favorite_color", "name", "sub", "iss", "device"];

const knownValues: Readonly<Record<string, readonly unknown[]>> = {
  client_id: clientIds,
  client_secret: ["demo-secret", "own-secret", canary],
  client_assertion: [canary],
  grant_type: ["password", jwtBearer, "implicit"],
  connection: connectionNames,
  username: [...emails, ...numbers, "own-name"],
  password: passwords,
  mfa_code: ["123456", 123456, "000000"],
  id_token: [fromMock.idToken, "a.b.c", "e30.e30.", "eyJhbGciOiJub25lIn0.e30."],
  device: ["a phone"],
  email: emails,
  phone_number: numbers,
  send: ["code", "link", "link_ios", null],
  authParams: [{ redirect_uri: "https://app.example/?a=1#b", scope: "openid", state: null }],
  captcha: ["right", "wrong"],
};

const scope = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...scopes), strangeName, fc.string({ maxLength: 5 })), { maxLength: 5 }),
    fc.constantFrom("text", "openid", "list"),
  )
  .map(([words, kind]): unknown =>
    kind === "list" ? words : [...(kind === "openid" ? [kind] : []), ...words].join(" "),
  );

/** A value for a parameter: usually a meaningful one, sometimes any value. */
function valueOf(name: string): fc.Arbitrary<unknown> {
  if (name === "scope") return fc.oneof({ weight: 3, arbitrary: scope }, { weight: 1, arbitrary: anyValue });
  const known = knownValues[name] ?? [];
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: anyValue },
    { weight: 1, arbitrary: hostileObjects },
    { weight: 1, arbitrary: strangeName },
  );
}

/** The parameters of each endpoint. */
const parameterNames: Readonly<Record<Endpoint, readonly string[]>> = {
  "oauth-ro": [
    "client_id",
    "client_secret",
    "grant_type",
    "connection",
    "username",
    "password",
    "mfa_code",
    "id_token",
    "device",
    "scope",
  ],
  "passwordless-start": [
    "client_id",
    "client_secret",
    "client_assertion",
    "connection",
    "email",
    "phone_number",
    "send",
    "authParams",
    "captcha",
  ],
};

const unknownParameter = fc.tuple(fc.oneof(strangeName, anyText), anyValue);

/** Base requests that pass most checks of their endpoint. */
const baseRequests: Readonly<Record<Endpoint, readonly Readonly<Record<string, unknown>>[]>> = {
  "oauth-ro": [
    {
      client_id: "demo-client",
      grant_type: "password",
      connection: "Username-Password-Authentication",
      username: "ada@example.com",
      password: "correct-horse-battery",
      scope: "openid",
    },
    {
      client_id: "demo-client",
      grant_type: "password",
      connection: "email",
      username: "ada@example.com",
      password: fromMock.code,
    },
    { client_id: "demo-client", grant_type: jwtBearer, id_token: fromMock.idToken, device: "a phone", scope: "openid" },
  ],
  "passwordless-start": [
    { client_id: "demo-client", connection: "email", email: "ada@example.com", send: "code" },
    { client_id: "demo-client", connection: "email", email: "ada@example.com", send: "link", authParams: {} },
    { client_id: "demo-client", connection: "sms", phone_number: "+15555550100" },
  ],
};

/** Parameters in order, with some of them removed, changed and added. A name can occur twice. */
function parameters(to: Endpoint): fc.Arbitrary<(readonly [string, unknown])[]> {
  const names = parameterNames[to];
  const parameterName = fc.constantFrom(...names);
  const change = fc.oneof(...names.map((name) => fc.tuple(fc.constant(name), valueOf(name))));
  const changes = fc.array(change, { maxLength: 3 });
  const additions = fc.oneof(
    { weight: 5, arbitrary: fc.constant<[string, unknown][]>([]) },
    { weight: 1, arbitrary: fc.array(unknownParameter, { minLength: 1, maxLength: 2 }) },
  );
  const without = fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.array(parameterName, { minLength: 1, maxLength: 2 }) },
  );
  return fc
    .tuple(fc.constantFrom(...baseRequests[to]), changes, additions, without)
    .map(([base, changed, added, left]) => {
      const all = Object.entries<unknown>({ ...base, ...Object.fromEntries(changed) });
      return all.filter(([name]) => !left.includes(name)).concat(added);
    });
}

/** Written by hand to keep `__proto__` and duplicate names. */
function toJson(entries: readonly (readonly [string, unknown])[]): string {
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value) ?? "null"}`).join()}}`;
}

function toForm(entries: readonly (readonly [string, unknown])[]): string {
  const pairs = entries.flatMap(([name, value]) => nested(name, value));
  return new URLSearchParams(pairs).toString();
}

function nested(name: string, value: unknown): [string, string][] {
  if (typeof value !== "object" || value === null)
    return [[name, typeof value === "string" ? value : `${value as number}`]];
  if (Array.isArray(value)) return [[`${name}[]`, JSON.stringify(value)]];
  return Object.entries(value).map(([key, inner]) => [`${name}[${key}]`, JSON.stringify(inner) ?? ""]);
}

const json = "application/json";
const form = "application/x-www-form-urlencoded";

/** A body and its content type, which usually match. */
function content(to: Endpoint): fc.Arbitrary<Content> {
  const type = fc.constantFrom(
    null,
    json,
    form,
    "Application/JSON; charset=utf-8",
    "text/plain",
    "multipart/form-data; boundary=x",
    ";",
    "application/json,text/html",
  );
  return fc.oneof(
    { weight: 8, arbitrary: parameters(to).map((entries) => ({ type: json, body: toJson(entries) })) },
    { weight: 4, arbitrary: parameters(to).map((entries) => ({ type: form, body: toForm(entries) })) },
    { weight: 1, arbitrary: fc.record({ type, body: parameters(to).map(toJson) }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constantFrom(json, form), body: rawText }) },
    { weight: 1, arbitrary: fc.record({ type, body: bytes }) },
  );
}

const rawText = fc.oneof(
  fc.json(),
  fc.webQueryParameters(),
  characters,
  fc.constantFrom(
    "",
    "[]",
    "null",
    "{",
    "a=1&a=2",
    "a=%ff",
    "[".repeat(6000),
    `{"a":`.repeat(6000),
    "a[b][c][d][e][f][g]=1",
  ),
  fc.constantFrom("a[__proto__][b]=1", "__proto__[a]=1", "a[]=1&a[]=2&a[b]=3", "a=1&a[b]=2", "constructor=1", "[]=1"),
  fc.nat(1000).map((count) => Array.from({ length: count }, (_, index) => `a${index}=1`).join("&")),
);

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 60 }).map((array) => new Uint8Array(array)),
  fc.constant(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])),
);

const builtInNames: Readonly<Record<Endpoint, readonly string[]>> = {
  "oauth-ro": [
    "missing-device",
    "invalid-grant",
    "wrong-password",
    "user-blocked",
    "password-leaked",
    "too-many-attempts",
    "too-many-logins",
    "connection-not-configured",
    "dotted-fields",
    "mfa-required",
    "requires-verification",
    "access-denied",
    "bad-request",
    "success",
    "live",
  ],
  "passwordless-start": ["bad-request", "sms-provider-error", "user-blocked", "success", "live"],
};
const generalNames = [
  "unauthorized",
  "forbidden",
  "not-found",
  "method-not-allowed",
  "too-many-requests",
  "internal-server-error",
  "service-unavailable",
  "network-error",
  "no-response",
  "bad-gateway",
];

/** The custom scenarios of some mocks. */
const customScenarios = {
  "oauth-ro": {
    constructor: { status: 418, error: "teapot", description: "{who} is {what}", params: { who: "It", what: "short" } },
    "status-only": { status: 499 },
    "error-only": { status: 400, error: "just_this" },
    text: { status: 500, body: "{who} broke", params: { who: "It" }, headers: { "Content-Type": "text/plain" } },
    empty: { status: 204 },
    gone: { status: null },
  },
  "passwordless-start": {
    toString: { status: 400, body: { nested: { why: "{why}" }, n: 1 }, params: { why: 5 } },
  },
} as const;

function idsOf(to: Endpoint, withCustom: boolean): readonly string[] {
  const own = withCustom ? Object.keys(customScenarios[to]) : [];
  return [...builtInNames[to], ...generalNames, ...own].map((name) => `${to}/${name}`);
}

const headerCases = [
  { "Retry-After": "5" },
  { "retry-after": "7", "CONTENT-TYPE": "application/problem+json" },
  { "Content-Type": "text/plain" },
  { "Cache-Control": "no-store", "X-Own": "1" },
  { "Access-Control-Allow-Origin": "https://own.example" },
  { "x-ratelimit-RESET": "0" },
];

const paramValues = fc.constantFrom(0, 5, 21610, "5", "Wed, 21 Oct 2026 07:28:00 GMT", 'a "quoted" text', "soon");
const paramNames = ["detail", "retryAfter", "limit", "reset", "code", "message", "type", "parameters", "email", "send"];

/** An id, or an id with options. The params are filtered later, for the scenario. */
function activation(id: fc.Arbitrary<string>): fc.Arbitrary<Activation> {
  return fc.oneof(
    { weight: 2, arbitrary: id },
    {
      weight: 1,
      arbitrary: fc.record(
        {
          use: id,
          headers: fc.constantFrom(...headerCases),
          params: fc.dictionary(fc.constantFrom(...paramNames), paramValues, { maxKeys: 2 }),
          delay: fc.constantFrom(0, 1),
        },
        { requiredKeys: ["use"] },
      ),
    },
  );
}

/** What can be switched on or provoked. Its params are not yet filtered for the scenario. */
export type Activation =
  | string
  | {
      readonly use: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly params?: Readonly<Record<string, string | number>>;
      readonly delay?: number;
    };

function activationOf(to: Endpoint, withCustom: boolean): fc.Arbitrary<Activation> {
  const id = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...idsOf(to, withCustom)) },
    // Only this response depends on the request and the tenant.
    { weight: 1, arbitrary: fc.constant(`${to}/success`) },
  );
  return activation(id);
}

/** Nothing, one activation, or one for each endpoint. */
function provokes(withCustom: boolean): fc.Arbitrary<Activation | readonly Activation[] | undefined> {
  const oauthRo = activationOf("oauth-ro", withCustom);
  const start = activationOf("passwordless-start", withCustom);
  return fc.oneof(fc.constant(undefined), oauthRo, start, fc.tuple(oauthRo, start));
}

/** Removes undefined properties, as in a tenant that is written by hand. */
function compact<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<Value>;
}

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(arbitrary, { nil: undefined });

/** A few custom entries, usually before those of the demo tenant. */
function some(own: fc.Arbitrary<object>, demo: readonly object[]): fc.Arbitrary<readonly object[]> {
  const more = fc.oneof(
    { weight: 4, arbitrary: fc.constant(demo) },
    { weight: 1, arbitrary: fc.constant<readonly object[]>([]) },
  );
  return fc.tuple(fc.array(own, { maxLength: 3 }), more).map(([few, rest]) => few.concat(rest));
}

const tenantName = fc.constantFrom("own", "__proto__", "constructor", "toString", "münchen", "{detail}");

function tenant(withCustom: boolean): fc.Arbitrary<Record<string, unknown>> {
  const client = fc
    .record({
      client_id: fc.oneof(fc.constantFrom(...clientIds), tenantName),
      client_secret: maybe(fc.constantFrom("demo-secret", "own-secret")),
      confidential: maybe(fc.boolean()),
      provokes: provokes(withCustom),
    })
    .map(compact);
  const connection = fc
    .record({
      name: fc.oneof(fc.constantFrom(...connectionNames), tenantName),
      strategy: fc.constantFrom("auth0", "email", "sms", "ad", "waad", "google-oauth2"),
      signup: maybe(fc.boolean()),
      provokes: provokes(withCustom),
    })
    .map(compact);
  const user = fc
    .record({
      email: maybe(fc.constantFrom(...emails)),
      email_verified: maybe(fc.boolean()),
      username: maybe(fc.oneof(fc.constant("own-name"), tenantName)),
      phone_number: maybe(fc.constantFrom(...numbers)),
      phone_verified: maybe(fc.boolean()),
      password: maybe(fc.constantFrom(...passwords)),
      mfaCode: maybe(fc.constant("123456")),
      user_id: maybe(fc.constantFrom("auth0|1", "1", "sms|2", "email|3")),
      connection: maybe(fc.constantFrom(...connectionNames)),
      name: maybe(fc.constantFrom("Own Name", "🦉", "{detail}")),
      locale: maybe(fc.constant("de")),
      favorite_color: maybe(fc.constantFrom<unknown>("blue", null, 7, ["a"], { b: 1 })),
      provokes: provokes(withCustom),
    })
    .map(compact);
  const phoneNumber = fc.record({
    phone_number: fc.constantFrom(...numbers),
    provokes: activationOf("passwordless-start", withCustom),
  });
  return fc
    .record({
      clients: maybe(some(client, demoTenant.clients)),
      connections: maybe(some(connection, demoTenant.connections)),
      users: maybe(some(user, demoTenant.users)),
      phoneNumbers: maybe(fc.array(phoneNumber, { maxLength: 2 })),
      endpoints: fc.oneof(
        { weight: 9, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.dictionary(fc.constantFrom("oauth-ro", "passwordless-start"), fc.boolean()) },
      ),
      rateLimit: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.record({ limit: fc.nat(3), windowSeconds: fc.integer({ min: 1, max: 60 }) }) },
      ),
    })
    .map(compact);
}

/** The options of a mock. */
export const options: fc.Arbitrary<Options> = fc.oneof(
  ...[false, true].map((withCustom) =>
    fc.record({
      scenarios: fc.constant(withCustom ? customScenarios : {}),
      tenant: fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: tenant(withCustom) }),
      seed: fc.nat(3),
    }),
  ),
);

const host = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom("https://demo.eu.auth0.com", "http://localhost:3000", "https://[::1]:8443") },
  { weight: 1, arbitrary: fc.constantFrom("https://invalid-tenant.auth0.com", "https://xn--mnchen-3ya.example") },
);

const query = fc.oneof(
  { weight: 6, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: fc.webQueryParameters().map((text) => `?${text}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "?",
      "?%ff",
      "?auth0-scenario",
      "?auth0-scenario=oauth-ro/user-blocked",
      "?auth0-scenario=passwordless-start/success,oauth-ro/success",
      "?auth0-scenario=__proto__",
      "?auth0-scenario=oauth-ro/no-such-thing",
      `?password=${canary}`,
    ),
  },
);

const headers: fc.Arbitrary<readonly Header[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  {
    weight: 2,
    arbitrary: fc.uniqueArray(
      fc.oneof(
        fc.constantFrom<Header>(
          ["origin", "https://app.example"],
          ["origin", "null"],
          ["accept-language", "de"],
          ["authorization", `Bearer ${canary}`],
          ["cookie", `session_token=${canary}`],
          ["auth0-client", "eyJuYW1lIjoiYXV0aDAuanMifQ"],
          ["x-auth0-msw-session", "constructor"],
          ["access-control-request-headers", "a, b"],
          ["__proto__", "1"],
        ),
        fc
          .constantFrom("oauth-ro/success", "passwordless-start/success", "oauth-ro/mfa-required", "oauth-ro/live")
          .map((id): Header => ["auth0-scenario", id]),
        fc
          .constantFrom(
            "",
            ",",
            "constructor",
            "oauth-ro",
            "oauth-ro/toString",
            "oauth-ro/success,x",
            "oauth-ro/user-bloked",
          )
          .map((id): Header => ["auth0-scenario", id]),
        fc.tuple(fc.constantFrom("x-own", "accept", "referer"), fc.string({ maxLength: 10 })),
      ),
      { maxLength: 3, selector: ([name]) => name },
    ),
  },
);

const method = fc.oneof(
  { weight: 14, arbitrary: fc.constant("POST") },
  { weight: 1, arbitrary: fc.constantFrom("OPTIONS", "GET", "HEAD", "PUT", "DELETE", "PATCH", "QUERY", "x") },
);

function stepAt(to: Endpoint): fc.Arbitrary<Step> {
  return fc.record({
    endpoint: fc.constant(to),
    switched: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.record({
          how: fc.constantFrom<("use" | "once")[]>("use", "once"),
          what: activationOf(to, false),
        }),
      },
    ),
    method,
    host,
    query,
    headers,
    content: content(to),
  });
}

const step = fc.oneof(stepAt("oauth-ro"), stepAt("passwordless-start"));

/** A base request of an endpoint with a few different parameters. */
function baseStep(to: Endpoint, body: Readonly<Record<string, unknown>>, own: readonly Header[] = []): Step {
  const type = json;
  const text = JSON.stringify(body);
  return {
    endpoint: to,
    switched: null,
    method: "POST",
    host: "https://demo.eu.auth0.com",
    query: "",
    headers: own,
    content: { type, body: text },
  };
}

/** A user signs in with a password or a code, then sends the id token. Sometimes the success is switched on. */
const journey: fc.Arbitrary<Step[]> = fc
  .record({
    username: fc.constantFrom(...emails),
    connection: fc.constantFrom("Username-Password-Authentication", "email"),
    isForced: fc.boolean(),
    password: fc.constantFrom(...passwords),
    scope: fc.constantFrom(
      "openid",
      "openid email favorite_color offline_access",
      "openid constructor",
      "openid __proto__ toString",
    ),
  })
  .map(({ username, connection, isForced, password, scope: requested }) => {
    const [withPassword, withCode, withToken] = baseRequests["oauth-ro"];
    const own: readonly Header[] = isForced ? [["auth0-scenario", "oauth-ro/success"]] : [];
    return [
      baseStep("passwordless-start", { ...baseRequests["passwordless-start"][0], email: username }),
      connection === "email"
        ? baseStep("oauth-ro", { ...withCode, username, scope: requested }, own)
        : baseStep("oauth-ro", { ...withPassword, username, password, scope: requested }, own),
      baseStep("oauth-ro", { ...withToken, scope: requested }),
    ];
  });

/** A few requests to one mock. They can send back the codes and tokens that it issued. */
export const steps: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 4, arbitrary: fc.array(step, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: journey },
);
