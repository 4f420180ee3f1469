import { paths } from "../../scenarios/scenario.ts";
import { sessionTag } from "../session-tag.ts";

const tagging = new WeakSet<object>();

/**
 * Has `fetch` and `XMLHttpRequest` name the isolate that a request was made in. Wraps them as they are
 * now, MSW's interception included, and not twice.
 */
export function tagRequests(currentId: () => string | undefined): void {
  if (!tagging.has(globalThis.fetch)) {
    const value = tagFetch(globalThis.fetch, currentId);
    // happy-dom's cannot be assigned.
    Object.defineProperty(globalThis, "fetch", { value, configurable: true, writable: true, enumerable: true });
    tagging.add(value);
  }
  const prototype = globalThis.XMLHttpRequest?.prototype;
  if (prototype && !tagging.has(prototype)) {
    tagXhr(prototype, currentId);
    tagging.add(prototype);
  }
}

function tagFetch(fetch: typeof globalThis.fetch, currentId: () => string | undefined): typeof globalThis.fetch {
  return (input, init) => {
    const id = currentId();
    const url = input instanceof Request ? input.url : String(input);
    if (id === undefined || !isOurs(url)) return fetch(input, init);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set(sessionTag, id);
    return fetch(input, { ...init, headers });
  };
}

const urls = new WeakMap<XMLHttpRequest, string>();

function tagXhr(prototype: XMLHttpRequest, currentId: () => string | undefined): void {
  // oxlint-disable-next-line typescript/unbound-method -- both are called on the request that they are methods of
  const { open, send } = prototype;
  prototype.open = function (this: XMLHttpRequest, ...given: Parameters<typeof open>) {
    urls.set(this, String(given[1]));
    open.apply(this, given);
  } as typeof open;
  prototype.send = function (this: XMLHttpRequest, body) {
    const id = currentId();
    if (id !== undefined && isOurs(urls.get(this) ?? "")) this.setRequestHeader(sessionTag, id);
    send.call(this, body);
  };
}

function isOurs(url: string): boolean {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  return Object.values(paths).some((known) => path.endsWith(known));
}
