import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came over the wire. */
export interface Recorded {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: readonly string[];
}

/** MSW 2 numbers the requests of jsdom at random. */
const isOfChance = /^x-interceptors-internal-request-id$/i;

/** A real server that remembers what it is told, and that pages of all origins may use. */
export function recordingServer() {
  const recorded: Recorded[] = [];
  const server = createServer(({ method, url, rawHeaders }, response) => {
    recorded.push({ method, url, headers: rawHeaders.filter((_, n) => !isOfChance.test(rawHeaders[n - 1] ?? "")) });
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*");
    response.end("from the real server");
  });
  return {
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    start: () => once(server.listen(0, "127.0.0.1"), "listening"),
    /** What was recorded since the last time. */
    take: () => recorded.splice(0),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
