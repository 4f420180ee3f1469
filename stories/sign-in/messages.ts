import type { Auth0Error } from "auth0-js";
import type { Message, NoticeMessage } from "./message.ts";

/** The messages of one form, by error code, or by description when a code has several meanings. */
export interface OwnWords {
  readonly byCode?: Readonly<Record<string, Message>>;
  readonly byDescription?: Readonly<Record<string, Message>>;
}

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

const noSecondStepYet: NoticeMessage = {
  group: "continue",
  title: "Set up a second step",
  text: "Your account has to be protected by an authenticator app, and isn’t yet. Connect one on our secure page, then sign in.",
  next: ["continue-securely"],
};

const noCodeNeeded: NoticeMessage = {
  group: "help",
  title: "This account needs no code",
  text: "It has no second step. Sign in again with only your email and password.",
  next: ["try-again"],
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
  text: "Check your internet connection, then try again. Nothing you’ve done so far is lost.",
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
  too_many_logins: signedInTooOften,
  access_denied: noAccess,
  requires_verification: proveYourself,
  "a0.mfa_required": secondStep,
  "a0.mfa_invalid_code": secondStep,
  "a0.mfa_registration_required": noSecondStepYet,
};

// Some codes have several meanings. Only the description distinguishes them.
const byDescription: Readonly<Record<string, Message>> = {
  "user is blocked": blocked,
  "mfa_code not allowed": noCodeNeeded,
};

/** Returns the message for an error of auth0-js: the form's own message, or else the common one. */
export function messageFor(error: Auth0Error, own: OwnWords): Message {
  const { code = "", description = "" } = error;
  return (
    own.byDescription?.[description] ??
    byDescription[description] ??
    byTenant(error) ??
    own.byCode?.[code] ??
    byCode[code] ??
    byStatus(error.statusCode, secondsToWait(error))
  );
}

/** Messages that depend on the tenant: the text of a rule, and a second step that this endpoint doesn’t support. */
function byTenant({ code, description }: Auth0Error): Message | undefined {
  if (code === "unauthorized") {
    // Without a description, auth0-js repeats the code.
    return description && description !== code ? { ...noAccess, text: description } : noAccess;
  }
  return /^Provider .+ not supported$/.test(description ?? "") ? secondStep : undefined;
}

function byStatus(status: number | undefined, waitSeconds: number | undefined): Message {
  if (!status) return unreachable;
  if (status === 429) return { ...crowded, waitSeconds };
  if (status === 503) return { ...shortBreak, waitSeconds };
  return status >= 500 ? broken : misconfigured;
}

interface OriginalError {
  readonly response?: { readonly headers?: Readonly<Record<string, string | undefined>> };
}

// auth0-js passes on code and description. The headers are only in the original error of its HTTP library.
function secondsToWait(error: Auth0Error): number | undefined {
  const { response } = (error.original ?? {}) as OriginalError;
  const seconds = Number(response?.headers?.["retry-after"]);
  return seconds > 0 ? seconds : undefined;
}
