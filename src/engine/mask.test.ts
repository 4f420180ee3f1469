import { describe, expect, test } from "vitest";
import { isSecret } from "../catalog/secret-names.ts";
import { mask, maskText } from "./mask.ts";

const secretNames = [
  "password",
  "new_password",
  "passwd",
  "passphrase",
  "client_secret",
  "secret",
  "client_assertion",
  "assertion",
  "id_token",
  "access_token",
  "refresh_token",
  "token",
  "id_token_hint",
  "code",
  "mfa_code",
  "recovery_code",
  "verification_code",
  "recovery_codes",
  "code_verifier",
  "otp",
  "pin",
  "captcha",
  "authorization",
  "cookie",
  "set-cookie",
  "credential",
  "login_ticket",
  "api_key",
  "private_key",
  "key",
];

const camelCase = (name: string): string =>
  name.replaceAll(/[_-]([a-z])/g, (_, letter: string) => letter.toUpperCase());

test.each(secretNames.flatMap((name) => [name, name.toUpperCase(), camelCase(name), `x-${name.replaceAll("_", "-")}`]))(
  "masks %s",
  (name) => {
    expect(isSecret(name)).toBe(true);
    expect(mask({ [name]: "canary" })).toEqual({ [name]: "[masked]" });
    expect(mask([{ a: { [name]: { deep: "canary" } } }])).toEqual([{ a: { [name]: "[masked]" } }]);
  },
);

test.each([
  "username",
  "email",
  "phone_number",
  "scope",
  "device",
  "connection",
  "client_id",
  "grant_type",
  "token_type",
  "tokenType",
  "client_assertion_type",
  "response_type",
  "code_challenge_method",
  "expires_in",
  "id_token_expires_in",
  "token_endpoint",
  "error_code",
  "statusCode",
  "country_code",
  "error_description",
  "keyboard",
  "encode",
  "constructor",
  "__proto__",
  "",
])("does not mask %s", (name) => {
  expect(isSecret(name)).toBe(false);
  expect(mask(JSON.parse(`{"${name}":"shown"}`))).toEqual(JSON.parse(`{"${name}":"shown"}`));
});

test.each([null, "", undefined])("does not mask an empty secret: %j", (given) => {
  expect(mask({ password: given, code: given })).toEqual({ password: given, code: given });
});

test.each([0, false, 123_456, ["canary"], {}])("masks a secret of any type: %j", (secret) => {
  expect(mask({ password: secret })).toEqual({ password: "[masked]" });
});

test.each<[string, string, string]>([
  ["a query", "https://x.example/oauth/ro?password=canary&a=1", "https://x.example/oauth/ro?password=[masked]&a=1"],
  ["a fragment", "https://x.example/#access_token=canary&a=1", "https://x.example/#access_token=[masked]&a=1"],
  ["a name in percent-encoding", "?pass%77ord=canary", "?pass%77ord=[masked]"],
  ["a nested name", "authParams[client_secret]=canary&b=2", "authParams[client_secret]=[masked]&b=2"],
  ["a user in a URL", "see https://ada:canary@x.example/", "see https://ada:[masked]@x.example/"],
  ["JSON inside a text", 'unknown: {"password":"canary","a":1}', 'unknown: {"password":"[masked]","a":1}'],
  ["JSON that ends early", '{"a":1,"password": "canary', '{"a":1,"password": "[masked]"'],
  ["a number in JSON", '{"mfa_code":123456}', '{"mfa_code":"[masked]"}'],
  ["an escaped quote", String.raw`{"password":"can\"ary","a":"b"}`, '{"password":"[masked]","a":"b"}'],
  ["a bearer token", "Authorization: Bearer canary.abc", "Authorization: Bearer [masked]"],
  ["a JWT", "no client is called eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abc-_", "no client is called [masked]"],
  [
    "a link",
    "https://x.example/verify?verification_code=123456",
    "https://x.example/verify?verification_code=[masked]",
  ],
])("masks %s inside a text", (_case, text, expected) => {
  expect(maskText(text)).toBe(expected);
  expect(mask({ note: text })).toEqual({ note: expected });
});

test.each([
  "Wrong email or verification code.",
  "String does not match pattern: ^\\+[0-9]{1,15}$",
  "The 'To' number +15005550001 is not a valid phone number. (Code: 21211)",
  "https://demo.eu.auth0.com/oauth/ro?auth0-scenario=oauth-ro/user-blocked",
  "ada@example.com signed in",
  "token_type=Bearer&expires_in=86400",
  "",
])("leaves the text %j unchanged", (text) => {
  expect(maskText(text)).toBe(text);
});

describe("a deeply nested value", () => {
  const nested = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));

  test("is shown up to a limit", () => {
    expect(JSON.stringify(mask(nested(100_000)))).toBe(
      `${"[".repeat(50)}"[nested too deeply to be shown]"${"]".repeat(50)}`,
    );
    expect(mask(nested(50))).toEqual(nested(50));
  });
});

test.each([
  ["a run of one letter", "a".repeat(2_000_000)],
  ["quotes", '"'.repeat(2_000_000)],
  ["equals signs", "a=".repeat(1_000_000)],
  ["colons", `://${":".repeat(2_000_000)}`],
  ["tokens that do not end", "eyJ".repeat(700_000)],
  ["open pairs", '"a":"'.repeat(400_000)],
])("masks two megabytes of %s", (_case, text) => {
  expect(maskText(` ${text}`).length).toBeGreaterThan(0);
});
