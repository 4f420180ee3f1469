import type { Auth0Error } from "auth0-js";

/** The inputs of the form that a message can be about. */
export type Field = "email" | "password";

/** What the reader can do about it. */
export type NextStep = "correct-the-field" | "try-again" | "reset-password" | "continue-securely" | "contact-support";

/** About one field, which the reader can correct. */
export interface FieldMessage {
  readonly group: "field";
  readonly field: Field;
  readonly text: string;
  readonly next: readonly NextStep[];
}

/** About the whole attempt. */
export interface NoticeMessage {
  /**
   * `wait`: it will pass. `continue`: another page has to finish. `help`: the account is closed, and email
   * or support opens it. `fault`: our side is broken, and support wants a reference.
   */
  readonly group: "wait" | "continue" | "help" | "fault";
  readonly title: string;
  readonly text: string;
  readonly next: readonly NextStep[];
  /** How long the service asks to be left alone. */
  readonly waitSeconds?: number | undefined;
}

export type Message = FieldMessage | NoticeMessage;

export const emailMissing: FieldMessage = {
  group: "field",
  field: "email",
  text: "Enter your email address.",
  next: ["correct-the-field"],
};

export const emailMalformed: FieldMessage = {
  group: "field",
  field: "email",
  text: "Enter a whole email address, such as name@example.com.",
  next: ["correct-the-field"],
};

export const passwordMissing: FieldMessage = {
  group: "field",
  field: "password",
  text: "Enter your password.",
  next: ["correct-the-field"],
};

const noMatch: FieldMessage = {
  group: "field",
  field: "password",
  text: "That email and password don’t match. Check both and try again.",
  next: ["correct-the-field", "reset-password"],
};

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

const blocked: NoticeMessage = {
  group: "help",
  title: "Your account is blocked",
  text: "Someone who manages Tarn accounts has blocked it. Our support team can tell you why, and how to get back in.",
  next: ["contact-support"],
};

const noAccess: NoticeMessage = {
  group: "help",
  title: "This account can’t open Tarn",
  text: "Ask the person who manages your team for access, or sign in with another account.",
  next: ["contact-support"],
};

const secondStep: NoticeMessage = {
  group: "continue",
  title: "One more step",
  text: "Your account is protected by a second step. Finish signing in on our secure page.",
  next: ["continue-securely"],
};

const proveYourself: NoticeMessage = {
  group: "continue",
  title: "Let’s make sure it’s you",
  text: "This sign-in looks different from your usual ones. Our secure page will ask you for a quick check.",
  next: ["continue-securely"],
};

const signedInTooOften: NoticeMessage = {
  group: "wait",
  title: "That was a lot of sign-ins",
  text: "This account has signed in very often in a short time. Wait a minute, then try again.",
  next: ["try-again"],
};

const crowded: NoticeMessage = {
  group: "wait",
  title: "We’re very busy right now",
  text: "More people are signing in than we can handle, so yours has to wait a moment.",
  next: ["try-again"],
};

const shortBreak: NoticeMessage = {
  group: "wait",
  title: "Tarn is taking a short break",
  text: "Signing in will work again soon. Nothing is wrong with your account.",
  next: ["try-again"],
};

const unreachable: NoticeMessage = {
  group: "wait",
  title: "We can’t reach Tarn",
  text: "Check your internet connection, then try again. What you’ve typed is still here.",
  next: ["try-again"],
};

const broken: NoticeMessage = {
  group: "fault",
  title: "Something broke on our side",
  text: "It wasn’t you. Try again in a moment; if it keeps happening, tell support the reference below.",
  next: ["try-again", "contact-support"],
};

const misconfigured: NoticeMessage = {
  group: "fault",
  title: "Signing in isn’t working",
  text: "This is a fault on our side, and trying again won’t help. Support can fix it with the reference below.",
  next: ["contact-support"],
};

const byCode: Readonly<Record<string, Message>> = {
  invalid_user_password: noMatch,
  password_leaked: leaked,
  too_many_attempts: locked,
  too_many_logins: signedInTooOften,
  unauthorized: noAccess,
  access_denied: noAccess,
  requires_verification: proveYourself,
  "a0.mfa_required": secondStep,
};

// The service says `invalid_request` and `unauthorized` for many things; only its sentence tells them apart.
const byDescription: Readonly<Record<string, Message>> = {
  "missing username parameter": emailMissing,
  "missing password parameter": passwordMissing,
  "user is blocked": blocked,
};

/** What to tell a person, for an error as auth0-js hands it over. */
export function messageFor(error: Auth0Error): Message {
  return (
    byDescription[error.description ?? ""] ??
    byCode[error.code ?? ""] ??
    byStatus(error.statusCode, secondsToWait(error))
  );
}

function byStatus(status: number | undefined, waitSeconds: number | undefined): Message {
  if (!status) return unreachable;
  if (status === 429) return { ...crowded, waitSeconds };
  if (status === 503) return { ...shortBreak, waitSeconds };
  return status >= 500 ? broken : misconfigured;
}

interface AnswerInside {
  readonly response?: { readonly headers?: Readonly<Record<string, string | undefined>> };
}

// auth0-js passes code and description on; the headers are only in the request library's own error.
function secondsToWait(error: Auth0Error): number | undefined {
  const { response } = (error.original ?? {}) as AnswerInside;
  const seconds = Number(response?.headers?.["retry-after"]);
  return seconds > 0 ? seconds : undefined;
}
