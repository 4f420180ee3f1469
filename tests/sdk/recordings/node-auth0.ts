import type { Recording } from "./recording.ts";

/** Recorded in Node 26.10.0. The `auth0-client` header contains this version. */
export const nodeAuth0: readonly Recording[] = [
  {
    sdk: "node-auth0",
    version: "2.44.1",
    source: "npm auth0@2.44.1, run",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "auth0-client": "eyJuYW1lIjoibm9kZS1hdXRoMCIsInZlcnNpb24iOiIyLjQ0LjEiLCJlbnYiOnsibm9kZSI6IjI2LjEwLjAifX0",
    },
    calls: [
      {
        call: "oauth.signIn",
        path: "/oauth/ro",
        body: '{"client_id":"demo-client","grant_type":"password","scope":"openid","username":"ada@example.com","password":"correct-horse-battery","connection":"Username-Password-Authentication"}',
      },
      {
        call: "database.signIn",
        path: "/oauth/ro",
        body: '{"client_id":"demo-client","grant_type":"password","scope":"openid","connection":"Username-Password-Authentication","username":"ada@example.com","password":"correct-horse-battery"}',
      },
      {
        call: "passwordless.signIn, email code",
        path: "/oauth/ro",
        body: '{"client_id":"demo-client","grant_type":"password","scope":"openid","client_secret":"demo-secret","username":"ada@example.com","password":"{code}","connection":"email"}',
      },
      {
        call: "passwordless.signIn, sms code",
        path: "/oauth/ro",
        body: '{"client_id":"demo-client","grant_type":"password","scope":"openid","client_secret":"demo-secret","username":"+15555550100","password":"{code}","connection":"sms"}',
      },
      {
        call: "passwordless.sendEmail, code",
        path: "/passwordless/start",
        headers: { "auth0-forwarded-for": "203.0.113.7" },
        body: '{"client_id":"demo-client","client_secret":"demo-secret","email":"ada@example.com","send":"code","connection":"email"}',
      },
      {
        call: "requestMagicLink",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","client_secret":"demo-secret","email":"ada@example.com","authParams":{},"send":"link","connection":"email"}',
      },
      {
        call: "passwordless.sendSMS",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","client_secret":"demo-secret","phone_number":"+15555550100","connection":"sms"}',
      },
    ],
  },
  {
    sdk: "node-auth0",
    version: "3.7.2",
    source: "npm auth0@3.7.2, run",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "auth0-client": "eyJuYW1lIjoibm9kZS1hdXRoMCIsInZlcnNpb24iOiIzLjcuMiIsImVudiI6eyJub2RlIjoiMjYuMTAuMCJ9fQ",
    },
    calls: [
      {
        call: "oauth.signIn",
        path: "/oauth/ro",
        body: '{"client_id":"demo-client","grant_type":"password","scope":"openid","username":"ada@example.com","password":"correct-horse-battery","connection":"Username-Password-Authentication"}',
      },
      {
        call: "database.signIn",
        path: "/oauth/ro",
        body: '{"client_id":"demo-client","grant_type":"password","scope":"openid","connection":"Username-Password-Authentication","username":"ada@example.com","password":"correct-horse-battery"}',
      },
      {
        call: "passwordless.signIn, email code",
        path: "/oauth/ro",
        body: '{"client_id":"demo-client","grant_type":"password","scope":"openid","username":"ada@example.com","password":"{code}","connection":"email","client_secret":"demo-secret"}',
      },
      {
        call: "passwordless.signIn, sms code",
        path: "/oauth/ro",
        body: '{"client_id":"demo-client","grant_type":"password","scope":"openid","username":"+15555550100","password":"{code}","client_secret":"demo-secret","connection":"sms"}',
      },
      {
        call: "passwordless.sendEmail, code",
        path: "/passwordless/start",
        headers: { "auth0-forwarded-for": "203.0.113.7", "x-request-language": "fr" },
        body: '{"client_id":"demo-client","email":"ada@example.com","send":"code","client_secret":"demo-secret","connection":"email"}',
      },
      {
        call: "requestMagicLink",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","email":"ada@example.com","authParams":{},"send":"link","client_secret":"demo-secret","connection":"email"}',
      },
      {
        call: "passwordless.sendSMS",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","phone_number":"+15555550100","client_secret":"demo-secret","connection":"sms"}',
      },
    ],
  },
];
