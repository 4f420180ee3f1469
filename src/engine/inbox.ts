/** A code or a link that was "sent". */
export interface Message {
  /** The email address or phone number. */
  readonly to: string;
  /** The name of the connection that sent it. */
  readonly connection: string;
  /** Six digits. Send them as the password of a request to `/oauth/ro` to sign in. */
  readonly code: string;
  /** The link with the code, when the request asked for a link. */
  readonly link?: string;
  /** When it was sent, in milliseconds since 1970. */
  readonly sentAt: number;
  /** When the code stops working, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The codes and links of a session, oldest first. */
export interface Inbox {
  readonly messages: readonly Message[];
  /** The newest message, or the newest one to an email address or phone number. */
  latest(to?: string): Message | undefined;
}

const limit = 1000;

/** The writable inbox of a session. Keeps the newest 1,000 messages. */
export class Mailbox implements Inbox {
  readonly #messages: Message[] = [];
  readonly #onMessage: (message: Message) => void;

  constructor(onMessage: (message: Message) => void) {
    this.#onMessage = onMessage;
  }

  get messages(): readonly Message[] {
    return [...this.#messages];
  }

  latest(to?: string): Message | undefined {
    return this.#messages.findLast((message) => to === undefined || message.to.toLowerCase() === to.toLowerCase());
  }

  post(message: Message): void {
    this.#messages.push(message);
    if (this.#messages.length > limit) this.#messages.shift();
    this.#onMessage(message);
  }
}
