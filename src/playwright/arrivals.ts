import type { BrowserContext, Request as PageRequest, Response as PageResponse } from "@playwright/test";
import { withoutQuery } from "../engine/other-requests.ts";
import { printOnce } from "../engine/print-once.ts";

/** A mock that must get the requests to its endpoints. */
interface Receiver {
  readonly matches: (url: string) => boolean;
  /** Takes a sentence about a request that something else answered. It fails the test. */
  readonly onMissed: (sentence: string) => void;
}

/**
 * Checks that the requests of a context reach the mocks. A check at the start would see no more than our own routes:
 * the routes and service workers that come first are added later, by the test and by the page.
 */
class Arrivals {
  readonly #arrived = new WeakSet<PageRequest>();
  /** The requests that service workers sent to a mock, for the page's own request. */
  readonly #sentOn = new Set<string>();
  readonly #receivers: Receiver[] = [];
  readonly #checks = new Set<Promise<void>>();

  constructor(context: BrowserContext) {
    context.on("response", (response) => {
      const receiver = this.#receiverOf(response.request());
      if (!receiver) return;
      // A page that closes takes what is known about its requests with it.
      const check = this.#check(response, receiver).catch(() => {});
      this.#checks.add(check);
      void check.finally(() => this.#checks.delete(check));
    });
    context.on("requestfailed", (request) => {
      const { errorText = "" } = request.failure() ?? {};
      // The page has canceled it, or has closed.
      if (/^$|abort|cancel/i.test(errorText) || !this.#receiverOf(request)) return;
      printOnce(
        "warn",
        `${nameOf(request)} did not reach the mock and failed: ${errorText}. A route of yours came first, or ` +
          "unrouteAll() removed the mock. If the route calls route.continue(), the request went to the real service: " +
          'call route.fallback() there. If it calls route.abort(), use the scenario "network-error" instead, which is ' +
          "logged as a call.",
      );
    });
  }

  add(receiver: Receiver): void {
    this.#receivers.unshift(receiver);
  }

  /** A mock has got the request. */
  arrive(request: PageRequest): void {
    this.#arrived.add(request);
    if (request.serviceWorker()) this.#sentOn.add(nameOf(request));
  }

  /** Resolves when all answers so far are checked. */
  async settle(): Promise<void> {
    await Promise.all(this.#checks);
  }

  /** The mock that should have got a request but has not. */
  #receiverOf(request: PageRequest): Receiver | undefined {
    if (this.#arrived.has(request)) return undefined;
    return this.#receivers.find(({ matches }) => matches(withoutQuery(request.url())));
  }

  async #check(response: PageResponse, { onMissed }: Receiver): Promise<void> {
    const name = nameOf(response.request());
    if (response.fromServiceWorker()) {
      if (this.#sentOn.has(name)) return;
      onMissed(
        `${name} did not reach the mock: a service worker of the page answered it, or sent it on itself. Set ` +
          'serviceWorkers: "block" in "use" of the Playwright config, or do not start the worker in tests.',
      );
      // What a route fulfills has no address.
    } else if (await response.serverAddr()) {
      onMissed(
        `${name} went past the mock to the real service, which answered with ${response.status()}. A route of yours ` +
          "came first: call route.fallback() in it instead of route.continue(). Or unrouteAll() removed the mock.",
      );
    }
  }
}

const watched = new WeakMap<BrowserContext, Arrivals>();

/** The checks of a context. */
export function arrivalsOf(context: BrowserContext): Arrivals {
  const known = watched.get(context) ?? new Arrivals(context);
  watched.set(context, known);
  return known;
}

/** A query may have secrets in it. */
function nameOf(request: PageRequest): string {
  return `${request.method()} ${withoutQuery(request.url())}`;
}
