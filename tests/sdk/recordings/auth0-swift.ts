import type { Recording } from "./recording.ts";

/** We chose the order of the properties: the SDK writes a dictionary, whose order changes from run to run. */
export const auth0Swift: readonly Recording[] = [
  {
    sdk: "Auth0.swift",
    version: "1.39.1",
    source: "github.com/auth0/Auth0.swift, tag 1.39.1, Auth0/Auth0Authentication.swift, Request.swift, Telemetry.swift",
    headers: {
      "content-type": "application/json",
      "auth0-client":
        "eyJuYW1lIjoiQXV0aDAuc3dpZnQiLCJ2ZXJzaW9uIjoiMS4zOS4xIiwiZW52Ijp7InN3aWZ0IjoiNS54IiwiaU9TIjoiMTQuNSJ9fQ",
    },
    calls: [
      {
        call: "login(usernameOrEmail:password:connection:)",
        path: "/oauth/ro",
        body: '{"username":"ada@example.com","password":"correct-horse-battery","connection":"Username-Password-Authentication","grant_type":"password","scope":"openid","client_id":"demo-client"}',
      },
      {
        call: "login(usernameOrEmail:password:multifactorCode:connection:)",
        path: "/oauth/ro",
        body: '{"username":"mfa@example.com","password":"correct-horse-battery","connection":"Username-Password-Authentication","grant_type":"password","scope":"openid","client_id":"demo-client","mfa_code":"123456"}',
      },
      {
        call: "login(usernameOrEmail:password:connection:), sms code",
        path: "/oauth/ro",
        body: '{"username":"+15555550100","password":"{code}","connection":"sms","grant_type":"password","scope":"openid","client_id":"demo-client"}',
      },
      {
        call: "startPasswordless(email:), code",
        path: "/passwordless/start",
        body: '{"email":"ada@example.com","connection":"email","send":"code","client_id":"demo-client"}',
      },
      {
        call: "startPasswordless(email:), link with parameters",
        path: "/passwordless/start",
        body: '{"email":"ada@example.com","connection":"email","send":"link","client_id":"demo-client","authParams":{"scope":"openid"}}',
      },
      {
        call: "startPasswordless(phoneNumber:), code",
        path: "/passwordless/start",
        body: '{"phone_number":"+15555550100","connection":"sms","send":"code","client_id":"demo-client"}',
      },
      {
        call: "startPasswordless(phoneNumber:), iOS link",
        path: "/passwordless/start",
        body: '{"phone_number":"+15555550100","connection":"sms","send":"link_ios","client_id":"demo-client"}',
      },
    ],
  },
  {
    sdk: "Auth0.swift",
    version: "3.1.0",
    source:
      "github.com/auth0/Auth0.swift, tag 3.1.0, Auth0/Auth0Authentication.swift, Request.swift, Auth0ClientInfo.swift",
    headers: {
      "content-type": "application/json",
      "auth0-client":
        "eyJuYW1lIjoiQXV0aDAuc3dpZnQiLCJ2ZXJzaW9uIjoiMy4xLjAiLCJlbnYiOnsic3dpZnQiOiI2LngiLCJpT1MiOiIxOC4wIn19",
    },
    calls: [
      {
        call: "startPasswordless(email:), code",
        path: "/passwordless/start",
        body: '{"email":"ada@example.com","connection":"email","send":"code","client_id":"demo-client"}',
      },
      {
        call: "startPasswordless(phoneNumber:), code",
        path: "/passwordless/start",
        body: '{"phone_number":"+15555550100","connection":"sms","send":"code","client_id":"demo-client"}',
      },
    ],
  },
];
