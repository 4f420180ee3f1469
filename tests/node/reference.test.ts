import { mockAuth0, type Scenario } from "auth0-msw";
import { expect, test } from "vitest";

/**
 * The bodies of the API's own error reference (Authentication API, "Errors"), written down apart from the
 * catalog: status, grant type, error, description. A trailing `…` is where the reference leaves the text open.
 */
const reference = {
  "oauth-ro": [
    [400, "jwt-bearer", "invalid_request", "missing device parameter"],
    [400, "jwt-bearer", "invalid_request", "missing id_token parameter"],
    [400, "jwt-bearer", "invalid_grant", "…"],
    [400, "password", "invalid_request", "missing username parameter"],
    [400, "password", "invalid_request", "missing password parameter"],
    [400, "password", "invalid_request", "missing connection parameter"],
    [400, "password", "invalid_request", "scope parameter must be a string"],
    [400, "password", "invalid_request", "specified strategy does not support requested operation"],
    [401, "password", "invalid_user_password", "Wrong email or password."],
    [401, "password", "unauthorized", "user is blocked"],
    [
      401,
      "password",
      "password_leaked",
      "This login has been blocked because your password has been leaked in another website. We\u2019ve sent you an email with instructions on how to unblock it.",
    ],
    [429, "password", "too_many_attempts", "…"],
    [429, "password", "too_many_logins", "…"],
    [400, "all", "invalid_request", "missing client_id parameter"],
    [400, "all", "invalid_request", "the connection was not found"],
    [400, "all", "invalid_request", "the connection was disabled"],
    [400, "all", "invalid_request", "The connection is not yet configured…"],
    [400, "all", "invalid_request", "the connection was not found for tenant…"],
    [400, "all", "invalid_request", "Fields with \u0022.\u0022 are not allowed, please remove all dotted fields…"],
    [403, "all", "unauthorized_client", "invalid client"],
    [403, "all", "access_denied", "…"],
  ],
  "passwordless-start": [
    [400, null, "bad.tenant", "error in tenant - tenant validation failed: invalid_tenant"],
    [400, null, "bad.client_id", "Missing required property: client_id"],
    [400, null, "bad.connection", "Missing required property: connection"],
    [400, null, "bad.connection", "Connection does not exist"],
    [400, null, "bad.connection", "Connection is disabled"],
    [400, null, "bad.connection", "Invalid connection strategy. It must either be a passwordless connection"],
    [400, null, "bad.authParams", "error in authParams - invalid type: string (expected object)"],
    [400, null, "bad.request", "the following properties are not allowed: …"],
    [400, null, "bad.phone_number", "Missing required property: phone_number"],
    [400, null, "bad.phone_number", "String does not match pattern: ^\u005c+[0-9]{1,15}$"],
    [400, null, "sms_provider_error", "… (Code: …)"],
  ],
} as const;

const auth0 = mockAuth0();

test.each(Object.keys(reference) as (keyof typeof reference)[])(
  "%s has what the reference documents, in its order",
  (endpoint) => {
    const documented = auth0
      .failures(endpoint)
      .filter(({ evidence }) => evidence === "documented")
      .map(({ status, grant, error, description }) => [status, grant, error, description]);
    expect(documented).toEqual(
      reference[endpoint].map(([status, grant, error, text]) => [
        status,
        grant,
        error,
        expect.stringMatching(pattern(text)),
      ]),
    );
  },
);

function pattern(text: string): RegExp {
  const literal = text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll("…", ".+")}$`);
}

test("there are 66 scenarios, and we say how sure we are of each", () => {
  const { scenarios } = auth0;
  const documentedStatus = (one: Scenario) => one.evidence === "inferred" && one.kind === "failure";
  expect({
    all: scenarios.length,
    documentedBodies: scenarios.filter((one) => one.evidence === "documented" && one.kind === "failure").length,
    documentedStatuses: scenarios.filter(documentedStatus).length,
    observed: scenarios.filter((one) => one.evidence === "observed").length,
    transport: scenarios.filter((one) => one.kind === "transport").length,
    successes: scenarios.filter((one) => one.kind === "success").length,
  }).toEqual({ all: 66, documentedBodies: 32, documentedStatuses: 16, observed: 10, transport: 6, successes: 2 });
});

test.each(auth0.scenarios)("$id is written as the catalog asks", (scenario) => {
  const { template, headers, params, summary, source, status, kind } = scenario;
  const texts = [template ?? "", ...Object.values(headers)].join("\n");
  const placeholders = Array.from(texts.matchAll(/\{([a-z]\w*)\}/gi), ([, name]) => name);
  expect(Object.keys(params).toSorted()).toEqual([...new Set(placeholders)].toSorted());
  expect(summary).toMatch(/^[A-Z].*\.$/);
  expect(source).not.toBe("");
  expect(kind !== "failure" || status !== null).toBe(true);
  for (const param of Object.values(params)) expect(param.source).not.toBe("");
});

test("the bodies with characters that get lost on the way, byte for byte", () => {
  const body = (id: string) => auth0.scenarios.find((scenario) => scenario.id === id)?.body;
  expect(body("oauth-ro/password-leaked")).toBe(
    '{"error":"password_leaked","error_description":"This login has been blocked because your password has been leaked in another website. We\u2019ve sent you an email with instructions on how to unblock it."}',
  );
  expect(body("passwordless-start/invalid-phone-number")).toBe(
    String.raw`{"error":"bad.phone_number","error_description":"String does not match pattern: ^\\+[0-9]{1,15}$"}`,
  );
  expect(body("oauth-ro/dotted-fields")).toBe(
    String.raw`{"error":"invalid_request","error_description":"Fields with \".\" are not allowed, please remove all dotted fields from the user profile."}`,
  );
});
