import type { Recording } from "./recording.ts";

const language = "en_US";

/** `accept-language` is the device's locale, underscore included. */
export const auth0Android: readonly Recording[] = [
  {
    sdk: "Auth0.Android",
    version: "1.30.0",
    source:
      "github.com/auth0/Auth0.Android, tag 1.30.0, auth0/src/main/java/com/auth0/android: authentication/AuthenticationAPIClient.java, request/internal/RequestFactory.java, request/internal/JsonRequestBodyBuilder.java, util/Telemetry.java; order of properties computed from HashMap",
    headers: {
      "accept-language": language,
      "content-type": "application/json; charset=utf-8",
      "auth0-client": "eyJuYW1lIjoiQXV0aDAuQW5kcm9pZCIsImVudiI6eyJhbmRyb2lkIjoiMzAifSwidmVyc2lvbiI6IjEuMzAuMCJ9",
    },
    calls: [
      {
        call: "login",
        path: "/oauth/ro",
        body: '{"password":"correct-horse-battery","grant_type":"password","scope":"openid","connection":"Username-Password-Authentication","client_id":"demo-client","username":"ada@example.com"}',
      },
      {
        call: "loginWithEmail, code",
        path: "/oauth/ro",
        body: '{"password":"{code}","grant_type":"password","scope":"openid","connection":"email","client_id":"demo-client","username":"ada@example.com"}',
      },
      {
        call: "loginWithPhoneNumber, code",
        path: "/oauth/ro",
        body: '{"password":"{code}","grant_type":"password","scope":"openid","connection":"sms","client_id":"demo-client","username":"+15555550100"}',
      },
      {
        call: "passwordlessWithEmail, code",
        path: "/passwordless/start",
        body: '{"connection":"email","send":"code","client_id":"demo-client","email":"ada@example.com"}',
      },
      {
        call: "passwordlessWithEmail, Android link",
        path: "/passwordless/start",
        body: '{"connection":"email","send":"link_android","client_id":"demo-client","email":"ada@example.com"}',
      },
      {
        call: "passwordlessWithSMS, code",
        path: "/passwordless/start",
        body: '{"phone_number":"+15555550100","connection":"sms","send":"code","client_id":"demo-client"}',
      },
    ],
  },
  {
    sdk: "Auth0.Android",
    version: "3.18.0",
    source:
      "github.com/auth0/Auth0.Android, tag 3.18.0, auth0/src/main/java/com/auth0/android: authentication/AuthenticationAPIClient.kt, request/DefaultClient.kt, request/internal/RequestFactory.kt, util/Auth0UserAgent.kt",
    headers: {
      "accept-language": language,
      "content-type": "application/json; charset=utf-8",
      "auth0-client": "eyJuYW1lIjoiQXV0aDAuQW5kcm9pZCIsImVudiI6eyJhbmRyb2lkIjoiMzAifSwidmVyc2lvbiI6IjMuMTguMCJ9",
    },
    calls: [
      {
        call: "passwordlessWithEmail, code",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","email":"ada@example.com","send":"code","connection":"email"}',
      },
      {
        call: "passwordlessWithSMS, code",
        path: "/passwordless/start",
        body: '{"client_id":"demo-client","phone_number":"+15555550100","send":"code","connection":"sms"}',
      },
    ],
  },
];
