// MSW replaces the functions of the default exports; a namespace import would keep the real ones.
import http from "node:http";
import https from "node:https";
import axios, { AxiosHeaders } from "axios";
import type { RequestHandler } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll } from "vitest";
import { quiet } from "./quiet.ts";
import { type Transport, viaFetch, viaXhr } from "./wire.ts";

/** Uses the handlers for all tests of the file. */
export function serve(handlers: readonly RequestHandler[]): void {
  const server = setupServer(...handlers);
  beforeAll(() => server.listen(quiet));
  afterAll(() => server.close());
}

const httpAgent = new http.Agent({ keepAlive: true });
const httpsAgent = new https.Agent({ keepAlive: true });

const viaHttp: Transport = ({ url, body, ...options }) =>
  new Promise((resolve, reject) => {
    const secure = url.startsWith("https:");
    const request = (secure ? https : http).request(url, { ...options, agent: secure ? httpsAgent : httpAgent });
    request.on("error", reject);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("error", reject);
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: Object.fromEntries(headers), body: text });
      });
    });
    request.end(body);
  });

const viaAxios: Transport = async ({ url, method = "GET", headers, body }) => {
  const own = new AxiosHeaders({ ...headers });
  // Otherwise axios sends a string as a form.
  if (!own.has("content-type")) own.set("content-type", false);
  const response = await axios.request<string>({
    url,
    method,
    headers: own,
    data: typeof body === "object" ? Buffer.from(body) : body,
    // Otherwise axios turns a string that is not JSON into JSON.
    transformRequest: (data: unknown) => data,
    responseType: "text",
    transformResponse: (text: string) => text,
    validateStatus: () => true,
    maxRedirects: 0,
    httpAgent,
    httpsAgent,
  });
  const received = Object.entries(AxiosHeaders.from(response.headers as AxiosHeaders).toJSON());
  return {
    status: response.status,
    headers: Object.fromEntries(received.map(([name, value]) => [name.toLowerCase(), String(value)])),
    body: response.data,
  };
};

/** The HTTP stacks of this host: those of Node, or of the DOM that runs in it. */
export const transports: Readonly<Record<string, Transport>> =
  "XMLHttpRequest" in globalThis
    ? { fetch: viaFetch, xhr: viaXhr }
    : { fetch: viaFetch, http: viaHttp, axios: viaAxios };
