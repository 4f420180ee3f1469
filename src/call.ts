import type { Endpoint } from "../scenarios/scenario.ts";
import { type Answer, toResponse } from "./answer.ts";
import { mask } from "./mask.ts";
import { isForm, mediaType } from "./request-body.ts";
import { withoutTag } from "./session-tag.ts";

/** One request with its answer and the reason for it. What it prints or serialises to is masked. */
export class Call {
  readonly endpoint: Endpoint;
  /** The id of the scenario that answered. */
  readonly scenario: string;
  /** Why that scenario answered: what was switched on, or what the tenant found. */
  readonly reason: string;
  /** The parsed body, with passwords, codes, secrets and tokens masked. */
  readonly body: unknown;
  /** Which request of its session it was, from 1 up. */
  readonly n: number;
  /** When the request came, in milliseconds since 1970. */
  readonly at: number;
  readonly #request: Request;
  readonly #text: string;
  readonly #answer: Answer | null;

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
    this.reason = answered.reason;
    this.body = maskedBody(asked.text, mediaType(asked.request));
    this.n = asked.n;
    this.at = asked.at;
    this.#request = asked.request;
    this.#text = asked.text.length <= longestKept ? asked.text : "";
    this.#answer = answered.answer;
  }

  /** The request as it came, secrets included; its body can be read anew at each access. */
  get request(): Request {
    const { url, method } = this.#request;
    const headers = withoutTag(this.#request.headers);
    return new Request(url, { method, headers, ...(this.#text !== "" && { body: this.#text }) });
  }

  /** The response as it went, tokens included, or null where none ever does. */
  get response(): Response | null {
    return this.#answer && toResponse(this.#answer, this.#request);
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
      request: { method, url, body },
      response: answer && { ...answer, body: maskedAnswer(answer.body) },
    };
  }
}

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

const longestKept = 100_000;

function maskedBody(text: string, type: string): unknown {
  if (text === "") return null;
  if (isForm(type)) return mask(Object.fromEntries(new URLSearchParams(text)));
  const parsed = parse(text);
  return typeof parsed === "object" ? mask(parsed) : `[${text.length} characters that are no JSON object]`;
}

function maskedAnswer(text: string): unknown {
  const parsed = parse(text);
  return parsed === undefined ? text : mask(parsed);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
