import type { RecordedCall, Recording } from "./recording.ts";

const calls: readonly RecordedCall[] = [
  {
    call: "loginWithResourceOwner",
    path: "/oauth/ro",
    body: '{"client_id":"demo-client","scope":"openid","username":"ada@example.com","password":"correct-horse-battery","connection":"Username-Password-Authentication","grant_type":"password"}',
  },
  {
    call: "loginWithResourceOwner, device",
    path: "/oauth/ro",
    body: '{"client_id":"demo-client","scope":"openid offline_access","username":"ada@example.com","password":"correct-horse-battery","connection":"Username-Password-Authentication","device":"my-browser","grant_type":"password"}',
  },
  {
    call: "loginWithResourceOwner, email code",
    path: "/oauth/ro",
    body: '{"client_id":"demo-client","username":"ada@example.com","password":"{code}","connection":"email","grant_type":"password"}',
  },
  {
    call: "loginWithResourceOwner, sms code",
    path: "/oauth/ro",
    body: '{"client_id":"demo-client","username":"+15555550100","password":"{code}","scope":"openid","connection":"sms","grant_type":"password"}',
  },
  {
    call: "passwordless.start, email code",
    path: "/passwordless/start",
    body: '{"client_id":"demo-client","connection":"email","send":"code","email":"ada@example.com"}',
  },
  {
    call: "passwordless.start, sms code",
    path: "/passwordless/start",
    headers: { "x-request-language": "fr" },
    body: '{"client_id":"demo-client","connection":"sms","send":"code","phone_number":"+15555550100"}',
  },
  {
    call: "passwordlessStart, email link",
    path: "/passwordless/start",
    body: '{"client_id":"demo-client","connection":"email","send":"link","email":"ada@example.com","authParams":{"response_type":"token id_token","redirect_uri":"https://app.example.com/callback","scope":"openid","state":"k9grpHsTl1b0XcG5.63z-P_R0~fq.g2b","nonce":"5NTA8Lj9UqoixBTklfPQHtBRlLLEFOw4"}}',
  },
];

/** Version 8 has no option for the language of an SMS. */
const callsOf8 = calls.map(({ headers: _, ...each }) => each);

/** The versions that send JSON. Recorded in Chromium. */
export const auth0Js: readonly Recording[] = [
  {
    sdk: "auth0.js",
    version: "8.12.3",
    source: "github.com/auth0/auth0.js, tag v8.12.3, build/auth0.js, run",
    headers: {
      "content-type": "application/json",
      "auth0-client": "eyJuYW1lIjoiYXV0aDAuanMiLCJ2ZXJzaW9uIjoiOC4xMi4zIn0=",
    },
    calls: callsOf8,
  },
  {
    sdk: "auth0.js",
    version: "9.32.0",
    source: "npm auth0-js@9.32.0, run",
    headers: {
      "content-type": "application/json",
      "auth0-client": "eyJuYW1lIjoiYXV0aDAuanMiLCJ2ZXJzaW9uIjoiOS4zMi4wIn0=",
    },
    calls,
  },
  {
    sdk: "auth0.js",
    version: "10.2.1",
    source: "npm auth0-js@10.2.1, run",
    headers: {
      "content-type": "application/json",
      "auth0-client": "eyJuYW1lIjoiYXV0aDAuanMiLCJ2ZXJzaW9uIjoiMTAuMi4xIn0=",
    },
    calls,
  },
];
