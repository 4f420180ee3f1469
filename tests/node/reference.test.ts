import { mockAuth0, type Scenario } from "auth0-msw";
import { expect, test } from "vitest";

/**
 * The bodies of the API's own error reference (Authentication API, "Errors"), written independently of the
 * catalog: status, grant type, error, description. A trailing `…` stands for text that the reference leaves open.
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
  "%s has the errors of the reference, in the same order",
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

/**
 * Errors that are not in the reference, also written independently of the catalog: name, status, error, description.
 * The sources in the catalog observed them, or a later edition of the reference has their status.
 */
const beyondTheReference = {
  "oauth-ro": [
    [
      "grant-not-allowed",
      403,
      "unauthorized_client",
      "Grant type 'http://auth0.com/oauth/legacy/grant-type/ro' not allowed for the client.",
    ],
    ["oidc-conformant-client", 400, "invalid_request", "OIDC conformant clients cannot use /oauth/ro"],
    ["requires-verification", 401, "requires_verification", "Suspicious request requires verification"],
    ["mfa-required", 401, "a0.mfa_required", "missing mfa_code parameter"],
    ["mfa-invalid-code", 401, "a0.mfa_invalid_code", "Wrong or expired code."],
    ["mfa-not-enrolled", 401, "a0.mfa_registration_required", "User is not enrolled with Google Authenticator"],
    [
      "mfa-enrollment-required",
      401,
      "a0.mfa_registration_required",
      "MFA registration is required. Generated keys for enrollement",
    ],
    ["mfa-provider-unsupported", 400, "invalid_request", "Provider guardian not supported"],
    ["mfa-not-allowed", 400, "invalid_request", "mfa_code not allowed"],
    ["rule-refused", 401, "unauthorized", "Your account is not allowed to use this application."],
    ["code-expired", 401, "invalid_user_password", "The verification code has expired. Please try to login again."],
    [
      "too-many-code-attempts",
      401,
      "invalid_user_password",
      "You\u0027ve reached the maximum number of attempts. Please try to login again.",
    ],
    ["bad-request", 400, "invalid_request", "the body must be a JSON object, not array"],
    ["unauthorized", 401, "invalid_client", "Client authentication failed."],
    ["forbidden", 403, "access_denied", "Access denied."],
    ["not-found", 404, "endpoint_disabled", "This endpoint is disabled for the tenant."],
    ["method-not-allowed", 405, "method_not_allowed", "Method not allowed. Use POST."],
    ["too-many-requests", 429, "too_many_requests", "Global limit has been reached."],
    ["internal-server-error", 500, null, null],
    ["service-unavailable", 503, "temporarily_unavailable", "The service is temporarily unavailable. Try again later."],
  ],
  "passwordless-start": [
    ["missing-email", 400, "bad.email", "Missing required property: email"],
    ["invalid-email", 400, "bad.email", "error in email - email format validation failed: food"],
    ["invalid-send", 400, "bad.send", "error in send - No enum match for: pigeon"],
    ["public-signup-disabled", 400, "bad.connection", "Public signup is disabled"],
    ["client-authentication-required", 403, "unauthorized_client", "Client authentication is required"],
    ["invalid-captcha", 401, "invalid_captcha", "Invalid captcha value."],
    ["user-blocked", 401, "server_error", "user is blocked"],
    ["bad-request", 400, "bad.request", "the body must be a JSON object, not array"],
    ["unauthorized", 401, "invalid_client", "Client authentication failed."],
    ["forbidden", 403, "access_denied", "Access denied."],
    ["not-found", 404, "endpoint_disabled", "This endpoint is disabled for the tenant."],
    ["method-not-allowed", 405, "method_not_allowed", "Method not allowed. Use POST."],
    ["too-many-requests", 429, "too_many_requests", "Global limit has been reached."],
    ["internal-server-error", 500, null, null],
    ["service-unavailable", 503, "temporarily_unavailable", "The service is temporarily unavailable. Try again later."],
  ],
} as const;

test.each(Object.keys(beyondTheReference) as (keyof typeof beyondTheReference)[])(
  "%s has the observed errors, and a body for each documented status",
  (endpoint) => {
    const beyond = auth0
      .failures(endpoint)
      .filter(({ evidence }) => evidence !== "documented")
      .map(({ id, status, error, description }) => [id.slice(endpoint.length + 1), status, error, description]);
    expect(beyond).toEqual(beyondTheReference[endpoint]);
  },
);

test("there are 75 scenarios, each with its evidence", () => {
  const { scenarios } = auth0;
  const documentedStatus = (one: Scenario) => one.evidence === "inferred" && one.kind === "failure";
  expect({
    all: scenarios.length,
    documentedBodies: scenarios.filter((one) => one.evidence === "documented" && one.kind === "failure").length,
    documentedStatuses: scenarios.filter(documentedStatus).length,
    observed: scenarios.filter((one) => one.evidence === "observed").length,
    transport: scenarios.filter((one) => one.kind === "transport").length,
    successes: scenarios.filter((one) => one.kind === "success").length,
  }).toEqual({ all: 75, documentedBodies: 32, documentedStatuses: 16, observed: 19, transport: 6, successes: 2 });
});

test.each(auth0.scenarios)("$id follows the rules of the catalog", (scenario) => {
  const { template, headers, params, summary, source, status, kind } = scenario;
  const texts = [template ?? "", ...Object.values(headers)].join("\n");
  const placeholders = Array.from(texts.matchAll(/\{([a-z]\w*)\}/gi), ([, name]) => name);
  expect(Object.keys(params).toSorted()).toEqual([...new Set(placeholders)].toSorted());
  expect(summary).toMatch(/^[A-Z].*\.$/);
  expect(source).not.toBe("");
  expect(kind !== "failure" || status !== null).toBe(true);
  for (const param of Object.values(params)) expect(param.source).not.toBe("");
});

test("bodies with special characters are correct byte for byte", () => {
  const body = (id: string) => auth0.scenarios.find((scenario) => scenario.id === id)?.body;
  expect(body("oauth-ro/password-leaked")).toBe(
    '{"error":"password_leaked","error_description":"This login has been blocked because your password has been leaked in another website. We\u2019ve sent you an email with instructions on how to unblock it."}',
  );
  expect(body("oauth-ro/too-many-attempts")).toBe(
    '{"error":"too_many_attempts","error_description":"Your account has been blocked after multiple consecutive login attempts. We\u0027ve sent you an email with instructions on how to unblock it."}',
  );
  // The length of a real response.
  expect(new TextEncoder().encode(body("oauth-ro/too-many-attempts") ?? "")).toHaveLength(188);
  expect(body("oauth-ro/mfa-enrollment-required")).toMatch(
    /^\{"error":"a0\.mfa_registration_required","error_description":"[^"]+","mfa_settings":\{"qr":"[^"]+","key":"[^"]+","provder":"google-authenticator"\}\}$/,
  );
  expect(body("passwordless-start/invalid-phone-number")).toBe(
    String.raw`{"error":"bad.phone_number","error_description":"String does not match pattern: ^\\+[0-9]{1,15}$"}`,
  );
  expect(body("oauth-ro/dotted-fields")).toBe(
    String.raw`{"error":"invalid_request","error_description":"Fields with \".\" are not allowed, please remove all dotted fields from the user profile."}`,
  );
});
