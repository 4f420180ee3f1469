import type { RecordedCall, Recording } from "./recording.ts";

const headers = {
  accept: "application/json, text/javascript",
  "content-type": "application/x-www-form-urlencoded",
};

const password: RecordedCall = {
  call: "login",
  path: "/oauth/ro",
  body: "scope=openid&response_type=code&username=ada%40example.com&password=correct-horse-battery&connection=Username-Password-Authentication&sso=false&client_id=demo-client&grant_type=password",
};

const offline: RecordedCall = {
  call: "login, offline_access",
  path: "/oauth/ro",
  body: "scope=openid+offline_access&response_type=code&username=ada%40example.com&password=correct-horse-battery&connection=Username-Password-Authentication&sso=false&client_id=demo-client&grant_type=password",
};

const offlineInBrowser: RecordedCall = { ...offline, body: `${offline.body}&device=Browser` };

/** Before version 6 a code was sent as a password. */
const codes: readonly RecordedCall[] = [
  {
    call: "loginWithResourceOwner, email code",
    path: "/oauth/ro",
    body: "scope=openid&response_type=code&username=ada%40example.com&password=%7Bcode%7D&connection=email&client_id=demo-client&grant_type=password",
  },
  {
    call: "loginWithResourceOwner, sms code",
    path: "/oauth/ro",
    body: "scope=openid&response_type=code&username=%2B15555550100&password=%7Bcode%7D&connection=sms&client_id=demo-client&grant_type=password",
  },
];

/** With a `callbackURL` the two calls with a code use POST /passwordless/verify instead, then leave the page. */
const passwordless: readonly RecordedCall[] = [
  {
    call: "verifyEmailCode",
    path: "/oauth/ro",
    body: "scope=openid&response_type=code&sso=false&connection=email&username=ada%40example.com&password=%7Bcode%7D&client_id=demo-client&grant_type=password",
  },
  {
    call: "verifySMSCode",
    path: "/oauth/ro",
    body: "scope=openid&response_type=code&sso=false&connection=sms&username=%2B15555550100&password=%7Bcode%7D&client_id=demo-client&grant_type=password",
  },
  {
    call: "requestEmailCode",
    path: "/passwordless/start",
    body: "client_id=demo-client&email=ada%40example.com&connection=email&send=code",
  },
  {
    call: "requestSMSCode",
    path: "/passwordless/start",
    body: "client_id=demo-client&phone_number=%2B15555550100&connection=sms",
  },
  {
    call: "requestMagicLink",
    path: "/passwordless/start",
    body: "client_id=demo-client&email=ada%40example.com&connection=email&authParams%5Bredirect_uri%5D=https%3A%2F%2Fapp.example.com%2Fcallback&authParams%5Bresponse_type%5D=token",
  },
  {
    call: "requestMagicLink, authParams",
    path: "/passwordless/start",
    body: "client_id=demo-client&email=ada%40example.com&connection=email&authParams%5Bstate%5D=k9grpHsTl1b0XcG5&authParams%5Bscope%5D=openid+profile&authParams%5Bredirect_uri%5D=https%3A%2F%2Fapp.example.com%2Fcallback&authParams%5Bresponse_type%5D=token",
  },
];

/** The versions that send forms. Recorded in Chromium, where they use CORS instead of JSONP. */
export const auth0JsForms: readonly Recording[] = [
  {
    sdk: "auth0.js",
    version: "2.3.0",
    source: "github.com/auth0/auth0.js, tag v2.3.0, build/auth0.js, run",
    anonymous: true,
    headers,
    calls: [password, offline, ...codes],
  },
  {
    sdk: "auth0.js",
    version: "3.2.3",
    source: "github.com/auth0/auth0.js, tag v3.2.3, build/auth0.js, run",
    anonymous: true,
    headers,
    calls: [password, offline, ...codes],
  },
  {
    sdk: "auth0.js",
    version: "4.3.0",
    source: "github.com/auth0/auth0.js, tag v4.3.0, build/auth0.js, run",
    anonymous: true,
    headers,
    calls: [password, offline, ...codes],
  },
  {
    sdk: "auth0.js",
    version: "5.5.1",
    source: "github.com/auth0/auth0.js, tag v5.5.1, build/auth0.js, run",
    anonymous: true,
    headers,
    calls: [password, offlineInBrowser, ...codes],
  },
  {
    sdk: "auth0.js",
    version: "6.8.4",
    source: "npm auth0-js@6.8.4, run",
    headers: { ...headers, "auth0-client": "eyJuYW1lIjoiYXV0aDAuanMiLCJ2ZXJzaW9uIjoiNi44LjQifQ" },
    calls: [password, offlineInBrowser, ...passwordless],
  },
  {
    sdk: "auth0.js",
    version: "7.6.1",
    source: "npm auth0-js@7.6.1, run",
    headers: { ...headers, "auth0-client": "eyJuYW1lIjoiYXV0aDAuanMiLCJ2ZXJzaW9uIjoiNy42LjEifQ" },
    calls: [password, offlineInBrowser, ...passwordless],
  },
];
