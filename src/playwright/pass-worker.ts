/**
 * Runs in the page. An MSW worker in the app would answer first, so requests to Auth0 get the header that MSW's
 * `bypass()` adds. The worker removes it and sends them on.
 */
export function passWorker(pattern: string): void {
  const mark = ["accept", "msw/passthrough"] as const;
  const auth0 = new RegExp(pattern);
  const isMarked = (url: string): boolean => Boolean(navigator.serviceWorker?.controller) && auth0.test(url);

  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    if (!isMarked(input instanceof Request ? input.url : String(input))) return fetch(input, init);
    const request = new Request(input, init);
    request.headers.append(...mark);
    return fetch(request);
  };

  const urls = new WeakMap<XMLHttpRequest, string>();
  // oxlint-disable-next-line typescript/unbound-method -- both are called on their own request
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...args: Parameters<typeof open>) {
    urls.set(this, String(args[1]));
    open.apply(this, args);
  } as typeof open;
  XMLHttpRequest.prototype.send = function (this: XMLHttpRequest, body) {
    if (isMarked(urls.get(this) ?? "")) this.setRequestHeader(...mark);
    send.call(this, body);
  };
}
