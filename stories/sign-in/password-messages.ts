import type { Auth0Error } from "auth0-js";
import type { Credentials } from "./api.ts";
import { correct, type FieldMessage, type Message, type NoticeMessage } from "./message.ts";
import { messageFor } from "./messages.ts";

const emailMissing = correct("email", "Enter your email address.");
const emailMalformed = correct("email", "Enter a whole email address, such as name@example.com.");
const passwordMissing = correct("password", "Enter your password.");
const noMatch = correct("password", "That email and password don’t match. Check both and try again.", "reset-password");

const codeAsked: FieldMessage = {
  ...correct("code", "Your account has a second step. Enter the six digits that your authenticator app shows."),
  asks: true,
};
const codeMissing = correct("code", "Enter the six digits that your authenticator app shows.");
const codeWrong = correct("code", "That code is wrong or has expired. Enter the one that your app shows now.");

const leaked: NoticeMessage = {
  group: "help",
  title: "Choose a new password",
  text: "The one you used has turned up in a data leak on another site, so we stopped this sign-in. An email on its way to you explains how to unblock your account.",
  next: ["reset-password"],
};

const locked: NoticeMessage = {
  group: "help",
  title: "Your account is locked for now",
  text: "There were too many tries in a row. Open the link we’ve just emailed you to unlock it, then sign in again.",
  next: ["try-again", "reset-password"],
};

const switchedOff: NoticeMessage = {
  group: "fault",
  title: "Passwords are switched off",
  text: "We didn’t mean that to happen. A code gets you in meanwhile, and support can help with the reference below.",
  next: ["use-code", "contact-support"],
};

const own = {
  byCode: {
    invalid_user_password: noMatch,
    password_leaked: leaked,
    too_many_attempts: locked,
    "a0.mfa_required": codeAsked,
    "a0.mfa_invalid_code": codeWrong,
  },
  byDescription: {
    "missing username parameter": emailMissing,
    "missing password parameter": passwordMissing,
    "the connection was disabled": switchedOff,
  },
};

/** Returns the message for invalid input, before any request. */
export function mistakeIn({ email, password, code }: Credentials): Message | undefined {
  const mistake = mistakeInEmail(email);
  if (mistake) return mistake;
  if (!password) return passwordMissing;
  return code === undefined || code.length === 6 ? undefined : codeMissing;
}

export function mistakeInEmail(email: string): Message | undefined {
  if (!email) return emailMissing;
  return /.@./.test(email) ? undefined : emailMalformed;
}

/** Returns whether the account has a second step, or undefined when the error doesn’t say. */
export function secondStepIn({ code, description }: Auth0Error): boolean | undefined {
  if (code === "a0.mfa_required" || code === "a0.mfa_invalid_code") return true;
  return description === "mfa_code not allowed" ? false : undefined;
}

/** Returns the message for a failed sign-in with a password. */
export function whyNotByPassword(error: Auth0Error): Message {
  return messageFor(error, own);
}
