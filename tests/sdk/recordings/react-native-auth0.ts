import type { Recording } from "./recording.ts";

/** No version of this SDK uses `/oauth/ro`. */
export const reactNativeAuth0: readonly Recording[] = [
  {
    sdk: "react-native-auth0",
    version: "2.17.4",
    source: "npm react-native-auth0@2.17.4, src/auth/index.js, run on a fetch of Node",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "auth0-client": "eyJuYW1lIjoicmVhY3QtbmF0aXZlLWF1dGgwIiwidmVyc2lvbiI6IjIuMTcuNCJ9",
    },
    calls: [
      {
        call: "passwordlessWithEmail, link",
        path: "/passwordless/start",
        body: '{"email":"ada@example.com","send":"link","authParams":{"scope":"openid"},"connection":"email","client_id":"demo-client"}',
      },
      {
        call: "passwordlessWithSMS, authParams",
        path: "/passwordless/start",
        body: '{"phone_number":"+15555550100","send":"code","authParams":{"scope":"openid"},"connection":"sms","client_id":"demo-client"}',
      },
    ],
  },
  {
    sdk: "react-native-auth0",
    version: "5.11.1",
    source: "npm react-native-auth0@5.11.1, src/core/services/AuthenticationOrchestrator.ts, run on a fetch of Node",
    headers: {
      accept: "application/json",
      "content-type": "application/json",
      "auth0-client": "eyJuYW1lIjoicmVhY3QtbmF0aXZlLWF1dGgwIiwidmVyc2lvbiI6IjUuMTEuMSJ9",
    },
    calls: [
      {
        call: "passwordlessWithEmail, code",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","connection":"email","email":"ada@example.com","send":"code"}',
      },
      {
        call: "passwordlessWithSMS, authParams",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","connection":"sms","phone_number":"+15555550100","send":"code","authParams":{"scope":"openid"}}',
      },
      {
        call: "passwordlessWithSMS, no send",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","connection":"sms","phone_number":"+15555550100"}',
      },
    ],
  },
];
