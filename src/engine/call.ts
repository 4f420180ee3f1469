import type { Endpoint } from "../../scenarios/types.ts";
import type { Answer } from "../catalog/render.ts";
import { readForm } from "./form.ts";
import { mask, maskHeaders, maskText } from "./mask.ts";
import { isForm, mediaType } from "./request-body.ts";
import { toResponse } from "./response.ts";

/** One request with its response and the reason for it. Secrets are masked when it is printed or serialized. */
export class Call {
  readonly endpoint: Endpoint;
  /** The id of the scenario that answered. */
  readonly scenario: string;
  /** Why that scenario answered: what was switched on, or what the tenant checked. */
  readonly reason: string;
  /** The number of the request in its session, starting at 1. */
  readonly n: number;
  /** When the request arrived, in milliseconds since 1970. */
  readonly at: number;
  readonly #request: { readonly url: string; readonly method: string; readonly headers: Headers };
  readonly #answer: Answer | null;
  /** Null when the log had no room to keep it. */
  #text: string | null;
  readonly #length: number;
  #duration: number | null = null;

  constructor(
    received: {
      readonly endpoint: Endpoint;
      readonly n: number;
      readonly at: number;
      readonly request: Request;
      readonly text: string;
    },
    outcome: { readonly scenario: string; readonly reason: string; readonly answer: Answer | null },
  ) {
    this.endpoint = received.endpoint;
    this.scenario = outcome.scenario;
    this.reason = maskText(outcome.reason);
    this.n = received.n;
    this.at = received.at;
    // Keeping the request itself would keep the bytes of its body too.
    const { url, method, headers } = received.request;
    this.#request = { url, method, headers };
    this.#text = received.text;
    this.#length = received.text.length;
    this.#answer = outcome.answer;
  }

  /** The parsed body with passwords, codes, secrets and tokens masked, or a sentence when it could not be read or kept. */
  get body(): unknown {
    return this.#text === null ? `[${this.#notKept()}]` : maskedBody(this.#text, mediaType(this.#request));
  }

  /**
   * The original request, secrets included. Each access returns a new one, so that its body can be read again. A
   * sentence replaces the body when it was too long to keep.
   */
  get request(): Request {
    const { url, method } = this.#request;
    const headers = new Headers(this.#request.headers);
    const body = this.#text ?? this.#notKept();
    return new Request(url, { method, headers, ...(body !== "" && { body }) });
  }

  /** The original response, tokens included, or null when there is none. */
  get response(): Response | null {
    return this.#answer && toResponse(this.#answer, this.#request);
  }

  /** Milliseconds from the request to its response, or null while the response is pending. */
  get duration(): number | null {
    return this.#duration;
  }

  /** Called when the response is sent. */
  settle(): void {
    this.#duration = Math.max(0, Date.now() - this.at);
  }

  /** The number of characters it keeps of request and response. */
  get size(): number {
    return (this.#text?.length ?? 0) + (this.#answer?.body.length ?? 0);
  }

  /** Drops the request's body. */
  dropBody(): void {
    if (this.#text !== "") this.#text = null;
  }

  /** The call as plain data, masked. */
  toJSON(): CallRecord {
    const { endpoint, scenario, reason, n, at, body, duration } = this;
    const { method, url } = this.#request;
    const answer = this.#answer;
    return {
      endpoint,
      scenario,
      reason,
      n,
      at,
      duration,
      request: { method, url: maskText(url), body },
      response: answer && {
        status: answer.status,
        headers: maskHeaders(answer.headers),
        body: maskedAnswer(answer.body),
      },
    };
  }

  #notKept(): string {
    return `The body of ${this.#length} characters was not kept: the log is full.`;
  }
}

// What `util.inspect` and `console.log` show in Node.
Object.defineProperty(Call.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value(this: Call) {
    return this.toJSON();
  },
});

/** A call as plain data, masked. Safe to store, send and show. */
export interface CallRecord {
  readonly endpoint: Endpoint;
  readonly scenario: string;
  readonly reason: string;
  readonly n: number;
  readonly at: number;
  /** Milliseconds from the request to its response, or null while the response is pending. */
  readonly duration: number | null;
  readonly request: { readonly method: string; readonly url: string; readonly body: unknown };
  /** Null when there is no response. The status is null for a network error. */
  readonly response: {
    readonly status: number | null;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  } | null;
}

/** The parsed body of a request with secrets masked, or a sentence when it is not an object. */
export function maskedBody(text: string, type: string): unknown {
  if (text === "") return null;
  const json = parse(text);
  // Even if it was sent as a form: `axios.post(url, JSON.stringify(body))` does that.
  if (typeof json === "object") return mask(json);
  if (isForm(type) && !/^\s*[[{]/.test(text)) {
    const read = readForm(text);
    return mask("fields" in read ? read.fields : Object.fromEntries(new URLSearchParams(text)));
  }
  return `[${text.length} characters that are not a JSON object]`;
}

function maskedAnswer(text: string): unknown {
  const json = parse(text);
  return json === undefined ? maskText(text) : mask(json);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
