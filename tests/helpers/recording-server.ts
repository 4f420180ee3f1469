import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A received request. */
export interface Recorded {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: readonly string[];
}

/** MSW 2 adds a random id to the requests of jsdom. */
const isRandom = /^x-interceptors-internal-request-id$/i;

/** A real server that records its requests and allows all origins. */
export function recordingServer() {
  const recorded: Recorded[] = [];
  const server = createServer(({ method, url, rawHeaders }, response) => {
    recorded.push({ method, url, headers: rawHeaders.filter((_, n) => !isRandom.test(rawHeaders[n - 1] ?? "")) });
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*");
    response.end("from the real server");
  });
  return {
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    start: () => once(server.listen(0, "127.0.0.1"), "listening"),
    /** Returns the requests since the last `take`. */
    take: () => recorded.splice(0),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
