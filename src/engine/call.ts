import type { Endpoint } from "../../scenarios/types.ts";
import type { Answer } from "../catalog/render.ts";
import { readForm } from "./form.ts";
import { mask, maskHeaders, maskText } from "./mask.ts";
import { isForm, mediaType } from "./request-body.ts";
import { toResponse } from "./response.ts";

/** One request with its answer and the reason for it. What it prints or serialises to is masked. */
export class Call {
  readonly endpoint: Endpoint;
  /** The id of the scenario that answered. */
  readonly scenario: string;
  /** Why that scenario answered: what was switched on, or what the tenant found. */
  readonly reason: string;
  /** Which request of its session it was, from 1 up. */
  readonly n: number;
  /** When the request came, in milliseconds since 1970. */
  readonly at: number;
  readonly #request: { readonly url: string; readonly method: string; readonly headers: Headers };
  readonly #answer: Answer | null;
  /** Null once it is too long to keep. */
  #text: string | null;
  readonly #length: number;

  constructor(
    asked: {
      readonly endpoint: Endpoint;
      readonly n: number;
      readonly at: number;
      readonly request: Request;
      readonly text: string;
    },
    answered: { readonly scenario: string; readonly reason: string; readonly answer: Answer | null },
  ) {
    this.endpoint = asked.endpoint;
    this.scenario = answered.scenario;
    this.reason = maskText(answered.reason);
    this.n = asked.n;
    this.at = asked.at;
    // The request itself would keep the bytes of its body.
    const { url, method, headers } = asked.request;
    this.#request = { url, method, headers };
    this.#text = asked.text;
    this.#length = asked.text.length;
    this.#answer = answered.answer;
  }

  /** The parsed body, with passwords, codes, secrets and tokens masked; a sentence where it could not be read or kept. */
  get body(): unknown {
    return this.#text === null ? `[${this.#notKept()}]` : maskedBody(this.#text, mediaType(this.#request));
  }

  /**
   * The request as it came, secrets included; its body can be read again at each access. Where the body was
   * too long to keep, a sentence that says so is in its place.
   */
  get request(): Request {
    const { url, method } = this.#request;
    const headers = new Headers(this.#request.headers);
    const body = this.#text ?? this.#notKept();
    return new Request(url, { method, headers, ...(body !== "" && { body }) });
  }

  /** The response as it went, tokens included, or null where none ever does. */
  get response(): Response | null {
    return this.#answer && toResponse(this.#answer, this.#request);
  }

  /** How many characters it keeps of request and answer. */
  get size(): number {
    return (this.#text?.length ?? 0) + (this.#answer?.body.length ?? 0);
  }

  /** Keeps the text of the request no longer. */
  forgetBody(): void {
    if (this.#text !== "") this.#text = null;
  }

  /** The call as plain data, masked. */
  toJSON(): CallRecord {
    const { endpoint, scenario, reason, n, at, body } = this;
    const { method, url } = this.#request;
    const answer = this.#answer;
    return {
      endpoint,
      scenario,
      reason,
      n,
      at,
      request: { method, url: maskText(url), body },
      response: answer && {
        status: answer.status,
        headers: maskHeaders(answer.headers),
        body: maskedAnswer(answer.body),
      },
    };
  }

  #notKept(): string {
    return `The body of ${this.#length} characters was not kept: the log is full of later ones.`;
  }
}

// What `util.inspect`, and so `console.log`, shows in Node.
Object.defineProperty(Call.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value(this: Call) {
    return this.toJSON();
  },
});

/** A call as plain data, masked: what can be stored, sent and shown. */
export interface CallRecord {
  readonly endpoint: Endpoint;
  readonly scenario: string;
  readonly reason: string;
  readonly n: number;
  readonly at: number;
  readonly request: { readonly method: string; readonly url: string; readonly body: unknown };
  /** Null where none was ever given; its status is null for a network error. */
  readonly response: {
    readonly status: number | null;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  } | null;
}

function maskedBody(text: string, type: string): unknown {
  if (text === "") return null;
  const json = parse(text);
  // Also where it was sent as a form: `axios.post(url, JSON.stringify(body))` does.
  if (typeof json === "object") return mask(json);
  if (isForm(type) && !/^\s*[[{]/.test(text)) {
    const read = readForm(text);
    return mask("fields" in read ? read.fields : Object.fromEntries(new URLSearchParams(text)));
  }
  return `[${text.length} characters that are no JSON object]`;
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
