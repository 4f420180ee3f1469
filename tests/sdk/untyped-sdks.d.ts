declare module "auth0-js-9/dist/auth0.min.esm.js" {
  export { Authentication, WebAuth } from "auth0-js";
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
