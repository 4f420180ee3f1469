import type { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";

/**
 * Lets each request of `fetch` and of jsdom's XMLHttpRequest be sent in the context that it was made in.
 * Undici sends most of them in the context of whatever request its socket was opened for, and MSW 3 answers
 * in the context that they are sent in. Nothing is added to the request itself, so nothing can reach a server.
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
    // Published right before the request is written, and the write is what MSW 3 sees.
    subscribe("undici:client:sendHeaders", (message) => {
      const { request } = message as UndiciMessage;
      const context = this.#starting ? this.#starting.context : this.#requests.get(request);
      this.#starting = undefined;
      storage.enterWith(context as Context);
    });
  }

  /**
   * Makes the dispatchers that `fetch` uses now keep their callers: one with few connections creates the
   * requests in its queue when a connection is free, in the context of the request before.
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
      Reflect.apply(dispatch, dispatcher, [options, this.#announce(handler, this.#storage.getStore())]);
    // One that is frozen stays as it is.
    Reflect.defineProperty(dispatcher, "dispatch", { value, configurable: true, writable: true });
    this.#queueing.add(dispatcher);
  }

  /** Makes a handler tell whose request it is when its turn comes, right before the headers are sent. */
  #announce(handler: object, context: Context | undefined): object {
    return new Proxy(handler, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        // The first is of Undici 7 and later, the other of those before.
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
    // One that ends before its headers are sent must not lend its context to another.
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

/** Where each version of Undici, in Node or installed, keeps the dispatcher of all requests that name none. */
const dispatchers = [Symbol.for("undici.globalDispatcher.1"), Symbol.for("undici.globalDispatcher.2")] as const;
