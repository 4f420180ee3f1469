/** The inputs that a message can refer to. */
export type Field = "email" | "password" | "phone" | "code";

/** What the user can do about it. */
export type NextStep =
  | "correct-the-field"
  | "try-again"
  | "reset-password"
  | "continue-securely"
  | "contact-support"
  | "send-new-code"
  | "use-password"
  | "use-code"
  | "use-email";

/** A message for one field that the user can correct. */
export interface FieldMessage {
  readonly group: "field";
  readonly field: Field;
  readonly text: string;
  /** Whether the message asks for more input instead of reporting a mistake. */
  readonly asks?: boolean;
  readonly next: readonly NextStep[];
}

/** A message for the whole attempt. */
export interface NoticeMessage {
  /**
   * `wait`: try again later. `continue`: continue on another page. `help`: email or support has to unlock the
   * account. `fault`: an error on our side, with a reference for support.
   */
  readonly group: "wait" | "continue" | "help" | "fault";
  readonly title: string;
  readonly text: string;
  readonly next: readonly NextStep[];
  /** How long the service asks clients to wait. */
  readonly waitSeconds?: number | undefined;
}

export type Message = FieldMessage | NoticeMessage;

/** A message that asks to correct one field. */
export function correct(field: Field, text: string, ...next: readonly NextStep[]): FieldMessage {
  return { group: "field", field, text, next: ["correct-the-field", ...next] };
}

/** Adapts a message to a form with these fields. A message for another field becomes a notice. */
export function fitInto(fields: readonly Field[], message: Message): Message {
  if (message.group !== "field" || fields.includes(message.field)) return message;
  const next = message.next.map((step) => (step === "correct-the-field" ? "try-again" : step));
  return { group: "help", title: "That didn’t work", text: message.text, next };
}
