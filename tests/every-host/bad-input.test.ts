import { transports, serve } from "#host";
import { mockAuth0 } from "auth0-msw";
import * as fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { WireAnswer, WireRequest } from "../host/wire.ts";
import { json, origin, post, valid } from "../helpers/requests.ts";

const auth0 = mockAuth0();
serve(auth0.handlers);
afterEach(() => auth0.reset());

const url = `${origin}/oauth/ro`;
const asJson = { "content-type": "application/json" };
const asForm = { "content-type": "application/x-www-form-urlencoded" };
const utf8 = new TextEncoder();

const unreadable: readonly (readonly [string, Partial<WireRequest>, string])[] = [
  ["text that is not JSON", { body: "{username:", headers: asJson }, "the body is no valid JSON"],
  ["an array", { body: "[1]", headers: asJson }, "the body must be a JSON object, not array"],
  ["a number", { body: "42", headers: asJson }, "the body must be a JSON object, not number"],
  ["null", { body: "null", headers: asJson }, "the body must be a JSON object, not null"],
  ["5 MB of text", { body: "a".repeat(5_000_000), headers: asJson }, "the body is no valid JSON"],
  ["invalid UTF-8", { body: new Uint8Array([0x7b, 0xff, 0x7d]), headers: asJson }, "the body is no valid UTF-8"],
  ["an empty body", { body: "", headers: asJson }, "the body is empty"],
  [
    "no content type",
    { body: utf8.encode("{}"), headers: {} },
    "the content type is missing: send application/json or application/x-www-form-urlencoded",
  ],
  [
    "a wrong content type",
    { body: "{}", headers: { "content-type": "text/xml" } },
    "unsupported content type text/xml: send application/json or application/x-www-form-urlencoded",
  ],
  ["a form with a key twice", { body: "a=1&a=2", headers: asForm }, "the parameter a is given more than once"],
  ["a form that is not UTF-8", { body: "a=%ff", headers: asForm }, "the form is not percent-encoded UTF-8"],
  [
    "an unsupported grant type",
    { body: '{"client_id":"demo-client","grant_type":"implicit"}', headers: asJson },
    "unsupported grant_type implicit",
  ],
  ["no grant type", { body: '{"client_id":"demo-client"}', headers: asJson }, "missing grant_type parameter"],
  [
    "half of a surrogate pair",
    { body: String.raw`{"client_id":"\ud800"}`, headers: asJson },
    "client_id parameter must be well-formed Unicode: it has half of a surrogate pair",
  ],
];

describe.each(Object.entries(transports))("through %s", (_name, send) => {
  test.each(unreadable)("%s", async (_case, request, description) => {
    const answer = await send({ url, method: "POST", ...request });
    expect(answer.status).toBe(400);
    expect(json(answer)).toEqual({ error: "invalid_request", error_description: description });
  });

  test("wrong types in every field of a sign-in", async () => {
    const fields = [
      "client_id",
      "client_secret",
      "grant_type",
      "connection",
      "username",
      "password",
      "id_token",
      "device",
    ];
    for (const field of fields) {
      for (const wrong of [5, true, [], {}, ["a"]]) {
        const answer = await send(valid("oauth-ro", { [field]: wrong }));
        expect(json(answer), field).toEqual({
          error: "invalid_request",
          error_description: `${field} parameter must be a string`,
        });
      }
    }
  });

  test("wrong types in every field of a passwordless request", async () => {
    const answers = {
      client_id: "client_id parameter must be a string",
      client_secret: "client_secret parameter must be a string",
      connection: "connection parameter must be a string",
      email: "error in email - email format validation failed: 5",
      send: "error in send - No enum match for: 5",
      authParams: "error in authParams - invalid type: number (expected object)",
    };
    for (const [field, description] of Object.entries(answers)) {
      const answer = await send(valid("passwordless-start", { [field]: 5 }));
      expect(json(answer)["error_description"], field).toBe(description);
    }
    const sms = { connection: "sms", email: undefined, phone_number: 5 };
    expect(json(await send(valid("passwordless-start", sms)))["error"]).toBe("bad.phone_number");
  });

  test("keys such as __proto__ and constructor are ordinary keys", async () => {
    const signIn = String(valid("oauth-ro").body).replace("{", '{"__proto__":{"admin":true},"constructor":1,');
    expect((await send(post("oauth-ro", signIn))).status).toBe(200);
    const start = String(valid("passwordless-start").body).replace("{", '{"__proto__":{"a":1},"constructor":1,');
    expect(json(await send(post("passwordless-start", start)))["error_description"]).toBe(
      "the following properties are not allowed: __proto__, constructor",
    );
    for (const name of ["__proto__", "constructor", "toString"]) {
      const wrong = [{ connection: name }, { client_id: "demo-client", username: name }];
      for (const changes of wrong) expectCatalogAnswer(await send(valid("oauth-ro", changes)));
    }
  });

  test("null and the empty string count as missing", async () => {
    for (const empty of [null, ""]) {
      expect(json(await send(valid("oauth-ro", { username: empty })))["error_description"]).toBe(
        "missing username parameter",
      );
    }
  });

  test("a form signs in like JSON", async () => {
    const form = new URLSearchParams(JSON.parse(String(valid("oauth-ro").body)) as Record<string, string>);
    const answer = await send({ url, method: "POST", headers: asForm, body: form.toString() });
    expect(json(answer)).toMatchObject({ token_type: "Bearer", scope: "openid" });
  });

  // Sixty requests, which take long on a busy machine.
  test("every answer is in the catalog, for any body", { timeout: 60_000 }, async () => {
    const body = fc.oneof(
      fc.json(),
      fc.string({ unit: "binary" }),
      fc.record(
        {
          client_id: fc.oneof(fc.constant("demo-client"), fc.anything()),
          grant_type: fc.oneof(fc.constant("password"), fc.anything()),
          connection: fc.oneof(fc.constant("Username-Password-Authentication"), fc.constant("email"), fc.anything()),
          username: fc.anything(),
          password: fc.anything(),
          email: fc.anything(),
          scope: fc.anything(),
          authParams: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    );
    const endpoint = fc.constantFrom("oauth-ro", "passwordless-start");
    await fc.assert(
      fc.asyncProperty(endpoint, body, async (to, value) => {
        expectCatalogAnswer(await send(post(to, typeof value === "string" ? value : toJson(value))));
      }),
      { numRuns: 60 },
    );
  });
});

const known = new Set(auth0.scenarios.map(({ error }) => error));

function expectCatalogAnswer(answer: WireAnswer): void {
  const body = json(answer);
  if (answer.status === 200) return expect(body).toMatchObject({});
  expect(known).toContain(body["error"]);
  expect(body["error_description"]).toEqual(expect.any(String));
}

function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner)) ?? "";
}
