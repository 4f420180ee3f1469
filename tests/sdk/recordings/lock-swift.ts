import type { Recording } from "./recording.ts";

/** We chose the order of the properties: the SDK writes a dictionary, whose order is not fixed. */
export const lockSwift: readonly Recording[] = [
  {
    sdk: "Lock.swift",
    version: "1.29.2",
    source:
      "github.com/auth0/Lock.swift, tag 1.29.2, Lock/Core/A0APIClient.m, A0AuthParameters.m, A0Telemetry.m, Lock/TouchID/A0TouchIDLockViewController.m",
    headers: {
      "content-type": "application/json",
      "auth0-client": "eyJuYW1lIjoiTG9jay5pT1MiLCJ2ZXJzaW9uIjoiMS4yOS4yIn0",
    },
    calls: [
      {
        call: "loginWithUsername:password:parameters:",
        path: "/oauth/ro",
        body: '{"username":"ada@example.com","password":"correct-horse-battery","grant_type":"password","client_id":"demo-client","connection":"Username-Password-Authentication","scope":"openid offline_access","device":"Ada’s iPhone"}',
      },
      {
        call: "loginWithEmail:passcode:parameters:",
        path: "/oauth/ro",
        body: '{"username":"ada@example.com","password":"{code}","grant_type":"password","client_id":"demo-client","connection":"email","scope":"openid offline_access","device":"Ada’s iPhone"}',
      },
      {
        call: "loginWithPhoneNumber:passcode:parameters:",
        path: "/oauth/ro",
        body: '{"username":"+15555550100","password":"{code}","grant_type":"password","client_id":"demo-client","connection":"sms","scope":"openid offline_access","device":"Ada’s iPhone"}',
      },
      {
        // Touch ID reduces the device's name to letters and digits here, but not in the claim of the token.
        call: "loginWithIdToken:deviceName:parameters:",
        path: "/oauth/ro",
        body: '{"id_token":"{id_token}","grant_type":"urn:ietf:params:oauth:grant-type:jwt-bearer","client_id":"demo-client","connection":"Username-Password-Authentication","scope":"openid offline_access","device":"AdasiPhone"}',
      },
      {
        call: "startPasswordlessWithEmail:",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","email":"ada@example.com","connection":"email","send":"code"}',
      },
      {
        call: "startPasswordlessWithPhoneNumber:",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","phone_number":"+15555550100","connection":"sms"}',
      },
      {
        call: "startPasswordlessWithMagicLinkInEmail:parameters:",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","email":"ada@example.com","connection":"email","send":"link_ios","authParams":{"scope":"openid offline_access","device":"Ada’s iPhone"}}',
      },
    ],
  },
];
