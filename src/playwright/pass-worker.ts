/**
 * Runs in the page. A worker of MSW in the app would answer first, so requests to the service get the same header as
 * from MSW's `bypass()`: the worker removes it and passes them on.
 */
export function passWorker(pattern: string): void {
  const mark = ["accept", "msw/passthrough"] as const;
  const ours = new RegExp(pattern);
  const isMarked = (url: string): boolean => Boolean(navigator.serviceWorker?.controller) && ours.test(url);

  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    if (!isMarked(input instanceof Request ? input.url : String(input))) return fetch(input, init);
    const request = new Request(input, init);
    request.headers.append(...mark);
    return fetch(request);
  };

  const urls = new WeakMap<XMLHttpRequest, string>();
  // oxlint-disable-next-line typescript/unbound-method -- both are called on the request that they are methods of
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: Parameters<typeof open>) {
    urls.set(this, String(given[1]));
    open.apply(this, given);
  } as typeof open;
  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
    if (isMarked(urls.get(this) ?? "")) this.setRequestHeader(...mark);
    send.call(this, body);
  };
}
