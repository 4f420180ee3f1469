/** The inputs of the forms that a message can be about. */
export type Field = "email" | "password" | "phone" | "code";

/** What the reader can do about it. */
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

/** About one field, which the reader can correct. */
export interface FieldMessage {
  readonly group: "field";
  readonly field: Field;
  readonly text: string;
  /** Whether it asks for something more, instead of pointing out a mistake. */
  readonly asks?: boolean;
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

/** A message that asks to correct one field. */
export function correct(field: Field, text: string, ...next: readonly NextStep[]): FieldMessage {
  return { group: "field", field, text, next: ["correct-the-field", ...next] };
}

/** The message as a form with these fields can show it: one about another field is about the whole attempt. */
export function fitInto(fields: readonly Field[], message: Message): Message {
  if (message.group !== "field" || fields.includes(message.field)) return message;
  const next = message.next.map((step) => (step === "correct-the-field" ? "try-again" : step));
  return { group: "help", title: "That didn’t work", text: message.text, next };
}
