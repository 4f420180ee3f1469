declare module "auth0-js-9/dist/auth0.min.esm.js" {
  export { Authentication, WebAuth } from "auth0-js";
}

declare module "auth0-js-6" {
  type Callback = (error: unknown, result?: unknown, idToken?: unknown) => void;
  export default class Auth0 {
    constructor(options: object);
    login(options: object, callback: Callback): void;
    requestEmailCode(options: object, callback: Callback): void;
    requestSMSCode(options: object, callback: Callback): void;
    requestMagicLink(options: object, callback: Callback): void;
    verifyEmailCode(options: object, callback: Callback): void;
    verifySMSCode(options: object, callback: Callback): void;
  }
}

declare module "auth0-js-7" {
  export { default } from "auth0-js-6";
}

declare module "auth0-2" {
  export class AuthenticationClient {
    constructor(options: {
      readonly domain: string;
      readonly clientId: string;
      readonly clientSecret?: string;
      readonly clientAssertionSigningKey?: string;
    });
    readonly oauth: { signIn(user: object): Promise<Readonly<Record<string, unknown>>> };
    readonly database: { signIn(user: object): Promise<Readonly<Record<string, unknown>>> };
    readonly passwordless: {
      signIn(user: object): Promise<Readonly<Record<string, unknown>>>;
      sendEmail(user: object, options?: object): Promise<Readonly<Record<string, unknown>>>;
      sendSMS(user: object): Promise<Readonly<Record<string, unknown>>>;
    };
    requestMagicLink(user: object): Promise<Readonly<Record<string, unknown>>>;
  }
}

declare module "auth0-3" {
  export { AuthenticationClient } from "auth0-2";
}
