import type { Auth0Error } from "auth0-js";
import type { Recipient } from "./api.ts";
import { correct, type FieldMessage, type Message, type NoticeMessage } from "./message.ts";
import { messageFor } from "./messages.ts";
import { mistakeInEmail } from "./password-messages.ts";

const emailMissing = correct("email", "Enter your email address.");
const emailMalformed = correct("email", "Enter a whole email address, such as name@example.com.");
const emailUnknown = correct(
  "email",
  "We don’t know this address. Check it, or ask your team to invite you.",
  "use-password",
);
const phoneMissing = correct("phone", "Enter your phone number.");
const phoneMalformed = correct("phone", "Start with + and your country code, then only digits.");
const phoneUnknown = correct(
  "phone",
  "We don’t know this number. Check it, or ask your team to invite you.",
  "use-password",
);
const phoneUnreachable = correct("phone", "This number can’t get text messages. Check it for a mistake.", "use-email");
const codeMissing = correct("code", "Enter the six digits we’ve sent you.");
const codeWrong = correct("code", "That code is wrong or already used. Check it, or get a new one.");
const codeExpired = getNewCode("That code has expired. Ask for a new one.");
const codeSpent = getNewCode("That code was entered wrong too often. Ask for a new one.");

const unsubscribed: NoticeMessage = {
  group: "help",
  title: "You’ve stopped our text messages",
  text: "This number once answered us with STOP. Send START to the same number, then try again, or use email.",
  next: ["try-again", "use-email"],
};

const textsFail: NoticeMessage = {
  group: "fault",
  title: "Our text messages aren’t getting through",
  text: "It isn’t your phone. Use email meanwhile; if it keeps happening, tell support the reference below.",
  next: ["use-email", "contact-support"],
};

const switchedOff: NoticeMessage = {
  group: "fault",
  title: "Codes and links are switched off",
  text: "We didn’t mean that to happen. Your password still works, and support can help with the reference below.",
  next: ["use-password", "contact-support"],
};

const locked: NoticeMessage = {
  group: "help",
  title: "Your account is locked for now",
  text: "There were too many tries in a row. Open the link we’ve just emailed you to unlock it, then ask for a new code.",
  next: ["try-again"],
};

const robotCheck: NoticeMessage = {
  group: "continue",
  title: "Let’s make sure you’re not a robot",
  text: "Our secure page has a short check for you. Pass it there, and we’ll let you sign in.",
  next: ["continue-securely"],
};

const sending = {
  byCode: {
    "bad.email": emailMalformed,
    "bad.phone_number": phoneMalformed,
    endpoint_disabled: switchedOff,
    invalid_captcha: robotCheck,
  },
  byDescription: {
    "Missing required property: email": emailMissing,
    "Missing required property: phone_number": phoneMissing,
    "Connection is disabled": switchedOff,
  },
};

const verifying = {
  byCode: { invalid_user_password: codeWrong, too_many_attempts: locked },
  byDescription: {
    "missing password parameter": codeMissing,
    "The verification code has expired. Please try to login again.": codeExpired,
    "You've reached the maximum number of attempts. Please try to login again.": codeSpent,
  },
};

/** The Twilio codes for an invalid number, a number that is not a mobile phone, and a number that replied STOP. */
const byProviderCode: Readonly<Record<string, Message>> = {
  21211: phoneUnreachable,
  21614: phoneUnreachable,
  21610: unsubscribed,
};

/** Returns the message for an invalid recipient, before any request. */
export function mistakeInAddress({ connection, address }: Recipient): Message | undefined {
  if (connection === "email") return mistakeInEmail(address);
  if (!address) return phoneMissing;
  return /^\+\d{1,15}$/.test(address) ? undefined : phoneMalformed;
}

export function mistakeInCode(code: string): Message | undefined {
  return code.length === 6 ? undefined : codeMissing;
}

/** Returns the message when no code or link was sent. */
export function whyNotSent(error: Auth0Error, { connection }: Recipient): Message {
  if (error.description === "Public signup is disabled") return connection === "sms" ? phoneUnknown : emailUnknown;
  if (error.code === "sms_provider_error") return byProviderCode[providerCodeIn(error)] ?? textsFail;
  return messageFor(error, sending);
}

/** Returns the message when no new code or link was sent, and the recipient can no longer be corrected. */
export function whyNotSentAgain(error: Auth0Error, to: Recipient): Message {
  const message = whyNotSent(error, to);
  if (message.group !== "field") return message;
  const { text, next } = message;
  return { group: "help", title: "We can’t send it there again", text, next };
}

/** Returns the message for a failed sign-in with a code. */
export function whyNotByCode(error: Auth0Error): Message {
  return messageFor(error, verifying);
}

/** Returns whether the code can no longer be used, so that only a new one helps. */
export function isCodeOver(message: Message | undefined): boolean {
  return message === codeExpired || message === codeSpent;
}

function getNewCode(text: string): FieldMessage {
  return { group: "field", field: "code", text, next: ["send-new-code"] };
}

function providerCodeIn({ description = "" }: Auth0Error): string {
  return /\(Code: (\d+)\)$/.exec(description)?.[1] ?? "";
}
