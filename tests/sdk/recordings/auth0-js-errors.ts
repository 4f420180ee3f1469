import type { ScenarioId } from "../../../src/index.ts";

/** The errors that versions of auth0-js passed to the callback for a response. */
export interface RecordedError {
  readonly id: ScenarioId;
  /** The response, byte for byte. Null when no response arrived. */
  readonly status: number | null;
  readonly body: string | null;
  readonly received: readonly {
    readonly versions: readonly string[];
    /** The error's own properties, without `stack` and `original`. */
    readonly error: Readonly<Record<string, unknown>>;
  }[];
}

/** Recorded in Chromium with the builds from the tags of auth0-js. Versions up to 5.5.1 have no passwordless. */
export const auth0JsErrors: readonly RecordedError[] = [
  {
    id: "oauth-ro/missing-password",
    status: 400,
    body: '{"error":"invalid_request","error_description":"missing password parameter"}',
    received: [
      {
        versions: ["2.3.0", "3.2.3", "4.3.0", "5.5.1", "6.8.4", "7.6.1"],
        error: {
          message: "invalid_request",
          status: 400,
          name: "invalid_request",
          code: "invalid_request",
          details: {
            error: "invalid_request",
            error_description: "missing password parameter",
            code: "invalid_request",
          },
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          statusCode: 400,
          statusText: "Bad Request",
          code: "invalid_request",
          description: "missing password parameter",
        },
      },
    ],
  },
  {
    id: "oauth-ro/wrong-password",
    status: 401,
    body: '{"error":"invalid_user_password","error_description":"Wrong email or password."}',
    received: [
      {
        versions: ["2.3.0", "3.2.3", "4.3.0", "5.5.1", "6.8.4", "7.6.1"],
        error: {
          message: "invalid_user_password",
          status: 401,
          name: "invalid_user_password",
          code: "invalid_user_password",
          details: {
            error: "invalid_user_password",
            error_description: "Wrong email or password.",
            code: "invalid_user_password",
          },
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          statusCode: 401,
          statusText: "Unauthorized",
          code: "invalid_user_password",
          description: "Wrong email or password.",
        },
      },
    ],
  },
  {
    id: "oauth-ro/user-blocked",
    status: 401,
    body: '{"error":"unauthorized","error_description":"user is blocked"}',
    received: [
      {
        versions: ["2.3.0", "3.2.3", "4.3.0", "5.5.1", "6.8.4", "7.6.1"],
        error: {
          message: "unauthorized",
          status: 401,
          name: "unauthorized",
          code: "unauthorized",
          details: {
            error: "unauthorized",
            error_description: "user is blocked",
            code: "unauthorized",
          },
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          statusCode: 401,
          statusText: "Unauthorized",
          code: "unauthorized",
          description: "user is blocked",
        },
      },
    ],
  },
  {
    id: "oauth-ro/too-many-attempts",
    status: 429,
    body: '{"error":"too_many_attempts","error_description":"Your account has been blocked after multiple consecutive login attempts. We\'ve sent you an email with instructions on how to unblock it."}',
    received: [
      {
        versions: ["2.3.0", "3.2.3", "4.3.0", "5.5.1", "6.8.4", "7.6.1"],
        error: {
          message: "too_many_attempts",
          status: 429,
          name: "too_many_attempts",
          code: "too_many_attempts",
          details: {
            error: "too_many_attempts",
            error_description:
              "Your account has been blocked after multiple consecutive login attempts. We've sent you an email with instructions on how to unblock it.",
            code: "too_many_attempts",
          },
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          statusCode: 429,
          statusText: "Too Many Requests",
          code: "too_many_attempts",
          description:
            "Your account has been blocked after multiple consecutive login attempts. We've sent you an email with instructions on how to unblock it.",
        },
      },
    ],
  },
  {
    id: "oauth-ro/mfa-enrollment-required",
    status: 401,
    body: '{"error":"a0.mfa_registration_required","error_description":"MFA registration is required. Generated keys for enrollement","mfa_settings":{"qr":"otpauth://totp/Demo:mfa-enroll%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Demo","key":"JBSWY3DPEHPK3PXP","provder":"google-authenticator"}}',
    received: [
      {
        versions: ["2.3.0", "3.2.3", "4.3.0", "5.5.1", "6.8.4", "7.6.1"],
        error: {
          message: "a0.mfa_registration_required",
          status: 401,
          name: "a0.mfa_registration_required",
          code: "a0.mfa_registration_required",
          details: {
            error: "a0.mfa_registration_required",
            error_description: "MFA registration is required. Generated keys for enrollement",
            mfa_settings: {
              qr: "otpauth://totp/Demo:mfa-enroll%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Demo",
              key: "JBSWY3DPEHPK3PXP",
              provder: "google-authenticator",
            },
            code: "a0.mfa_registration_required",
          },
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          statusCode: 401,
          statusText: "Unauthorized",
          code: "a0.mfa_registration_required",
          description: "MFA registration is required. Generated keys for enrollement",
        },
      },
    ],
  },
  {
    id: "oauth-ro/internal-server-error",
    status: 500,
    body: "",
    received: [
      {
        versions: ["2.3.0", "3.2.3", "4.3.0", "5.5.1", "6.8.4", "7.6.1"],
        error: {
          status: 500,
          details: {
            message: "",
          },
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          statusCode: 500,
          statusText: "Internal Server Error",
          code: 500,
          description: null,
          name: "Error",
        },
      },
    ],
  },
  {
    id: "oauth-ro/bad-gateway",
    status: 502,
    body: "<!doctype html>\n<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<h1>502 Bad Gateway</h1>\n</body>\n</html>\n",
    received: [
      {
        versions: ["2.3.0", "3.2.3", "4.3.0", "5.5.1", "6.8.4", "7.6.1"],
        error: {
          message:
            "<!doctype html>\n<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<h1>502 Bad Gateway</h1>\n</body>\n</html>\n",
          status: 502,
          details: {
            message:
              "<!doctype html>\n<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<h1>502 Bad Gateway</h1>\n</body>\n</html>\n",
          },
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          statusCode: 502,
          statusText: "Bad Gateway",
          code: 502,
          description: null,
          name: "Error",
        },
      },
    ],
  },
  {
    id: "oauth-ro/network-error",
    status: null,
    body: null,
    received: [
      {
        versions: ["2.3.0", "3.2.3", "4.3.0", "5.5.1"],
        error: {
          status: 401,
          name: "invalid_user_password",
          code: "invalid_user_password",
          details: {
            code: "invalid_user_password",
          },
        },
      },
      {
        versions: ["6.8.4", "7.6.1"],
        error: {
          status: 0,
          name: "connection_refused_timeout",
          code: "Unknown",
          details: {
            code: "connection_refused_timeout",
          },
          message: "Unknown error.",
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          code: null,
          description: null,
          name: "Error",
        },
      },
    ],
  },
  {
    id: "passwordless-start/invalid-email",
    status: 400,
    body: '{"error":"bad.email","error_description":"error in email - email format validation failed: food"}',
    received: [
      {
        versions: ["6.8.4", "7.6.1"],
        error: {
          error: "bad.email",
          error_description: "error in email - email format validation failed: food",
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          statusCode: 400,
          statusText: "Bad Request",
          code: "bad.email",
          description: "error in email - email format validation failed: food",
        },
      },
    ],
  },
  {
    id: "passwordless-start/sms-provider-error",
    status: 400,
    body: '{"error":"sms_provider_error","error_description":"The \'To\' number +15005550001 is not a valid phone number. (Code: 21211)"}',
    received: [
      {
        versions: ["6.8.4", "7.6.1"],
        error: {
          error: "sms_provider_error",
          error_description: "The 'To' number +15005550001 is not a valid phone number. (Code: 21211)",
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          statusCode: 400,
          statusText: "Bad Request",
          code: "sms_provider_error",
          description: "The 'To' number +15005550001 is not a valid phone number. (Code: 21211)",
        },
      },
    ],
  },
  {
    id: "passwordless-start/internal-server-error",
    status: 500,
    body: "",
    received: [
      {
        versions: ["6.8.4", "7.6.1"],
        error: {
          message: "",
          statusCode: 500,
          error: "Internal Server Error",
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          statusCode: 500,
          statusText: "Internal Server Error",
          code: 500,
          description: null,
          name: "Error",
        },
      },
    ],
  },
  {
    id: "passwordless-start/bad-gateway",
    status: 502,
    body: "<!doctype html>\n<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<h1>502 Bad Gateway</h1>\n</body>\n</html>\n",
    received: [
      {
        versions: ["6.8.4", "7.6.1"],
        error: {
          message:
            "<!doctype html>\n<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<h1>502 Bad Gateway</h1>\n</body>\n</html>\n",
          statusCode: 502,
          error: "Bad Gateway",
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          statusCode: 502,
          statusText: "Bad Gateway",
          code: 502,
          description: null,
          name: "Error",
        },
      },
    ],
  },
  {
    id: "passwordless-start/network-error",
    status: null,
    body: null,
    received: [
      {
        versions: ["6.8.4", "7.6.1"],
        error: {
          message: "",
          statusCode: 0,
          error: "",
        },
      },
      {
        versions: ["8.12.3"],
        error: {
          code: null,
          description: null,
          name: "Error",
        },
      },
    ],
  },
];
