import type { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";

/**
 * Sends each request of `fetch` and of jsdom's XMLHttpRequest in the asynchronous context that created it. Undici sends
 * most requests in the context of the request that opened the socket, and MSW 3 answers in the context that sends.
 * Nothing is added to the request itself, so nothing can reach a server.
 */
export class OwnContexts<Context> {
  readonly #storage: AsyncLocalStorage<Context>;
  readonly #requests = new WeakMap<object, Context | undefined>();
  readonly #queueing = new WeakSet<object>();
  #starting: { readonly context: Context | undefined } | undefined;

  constructor(storage: AsyncLocalStorage<Context>) {
    this.#storage = storage;
    subscribe("undici:request:create", (message) => {
      this.#requests.set((message as UndiciMessage).request, storage.getStore());
    });
    // Published right before the request is written to the socket, where MSW 3 sees it.
    subscribe("undici:client:sendHeaders", (message) => {
      const { request } = message as UndiciMessage;
      const context = this.#starting ? this.#starting.context : this.#requests.get(request);
      this.#starting = undefined;
      storage.enterWith(context as Context);
    });
  }

  /**
   * Makes the current dispatchers of `fetch` keep the context of their callers. A dispatcher with few connections
   * creates queued requests when a connection is free, in the context of the previous request.
   */
  watchDispatchers(): void {
    for (const key of dispatchers) {
      const dispatcher = (globalThis as { [key]?: Dispatcher })[key as never];
      if (dispatcher && !this.#queueing.has(dispatcher)) this.#watch(dispatcher);
    }
  }

  #watch(dispatcher: Dispatcher): void {
    const { dispatch } = dispatcher;
    const value: Dispatch = (options, handler) =>
      Reflect.apply(dispatch, dispatcher, [options, this.#wrap(handler, this.#storage.getStore())]);
    // A frozen dispatcher stays unchanged.
    Reflect.defineProperty(dispatcher, "dispatch", { value, configurable: true, writable: true });
    this.#queueing.add(dispatcher);
  }

  /** Wraps a handler to restore the context of its request, right before the headers are sent. */
  #wrap(handler: object, context: Context | undefined): object {
    return new Proxy(handler, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        // `onRequestStart` since Undici 7, `onConnect` before.
        const isStart = name === "onRequestStart" || name === "onConnect";
        return (...given: unknown[]) => {
          if (isStart) this.#start(context);
          return Reflect.apply(value, target, given) as unknown;
        };
      },
    });
  }

  #start(context: Context | undefined): void {
    this.#starting = { context };
    // A request that ends before its headers are sent must not pass its context to another.
    queueMicrotask(() => {
      this.#starting = undefined;
    });
  }
}

interface UndiciMessage {
  readonly request: object;
}

type Dispatch = (options: object, handler: object) => unknown;

interface Dispatcher {
  readonly dispatch: Dispatch;
}

/** Where the versions of Undici, in Node or installed, keep the global dispatcher. */
const dispatchers = [Symbol.for("undici.globalDispatcher.1"), Symbol.for("undici.globalDispatcher.2")] as const;
