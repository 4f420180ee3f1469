import type { Auth0Error } from "auth0-js";
import type { Message, NoticeMessage } from "./message.ts";
import { messageFor } from "./messages.ts";

const forgotten: NoticeMessage = {
  group: "continue",
  title: "It’s been a while",
  text: "This device no longer signs you in by itself. Use your password once, and it will again.",
  next: ["use-password"],
};

const own = {
  byCode: { invalid_grant: forgotten },
  byDescription: { "missing id_token parameter": forgotten },
};

/** Returns the message for a failed sign-in on this device. */
export function whyNotOnThisDevice(error: Auth0Error): Message {
  return messageFor(error, own);
}
