import { readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";

const { resolve } = createRequire(import.meta.url);

/** Serves an empty page, and a worker. In the folder of an MSW version, the page's own worker mocks the same endpoints. */
export const sendPage: RequestListener = ({ url = "" }, response) => {
  const [, msw = "", file] = /^\/(msw2?)\/(.*)$/.exec(url) ?? [];
  const send = (type: string, body: string | Buffer): void => {
    response.writeHead(200, { "content-type": type }).end(body);
  };
  if (url === "/worker.js") send("text/javascript", worker);
  else if (file === "msw.js") send("text/javascript", readFileSync(join(resolve(msw), "../../iife/index.js")));
  else if (file === "worker.js") send("text/javascript", readFileSync(resolve(`${msw}/mockServiceWorker.js`)));
  else send("text/html", file === undefined ? "<title>App</title>" : pageWithMsw);
};

const pageWithMsw = `<title>App</title><body><script src="msw.js"></script><script>
  const { http, HttpResponse, setupWorker } = MockServiceWorker;
  const handlers = ["*/oauth/ro", "*/passwordless/start", "*/api/me"].map((path) =>
    http.post(path, () => HttpResponse.text("the app's own answer")),
  );
  const starting = setupWorker(...handlers).start({ quiet: true, serviceWorker: { url: "worker.js" } });
  starting.then(() => document.body.setAttribute("data-ready", ""));
</script>`;

/** Answers one query itself, and sends another on. */
const worker = `
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) => {
    if (event.request.url.endsWith("?answer")) event.respondWith(new Response("the worker's own answer"));
    if (event.request.url.endsWith("?send-on")) event.respondWith(fetch(event.request));
  });`;
