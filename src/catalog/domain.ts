import { showValue } from "./show-value.ts";

/** Where a mock answers: the host, port and path prefix of its request URLs. */
export interface Domain {
  /** In lower case. International names are in Punycode, IPv6 addresses in brackets. */
  readonly host: string;
  /** Empty for the default port of the request's scheme. */
  readonly port: string;
  /** The path before the endpoint's own: empty, or for example `/auth0`. */
  readonly path: string;
}

const expected =
  'Give a host without its scheme, and its port and path if it has them: "demo.eu.auth0.com" or "localhost:3000/auth0".';

/** Reads the `domain` option: one domain, several, or none for any host. Throws when no request can have such a domain. */
export function checkDomains(domain: string | readonly string[] | undefined): readonly Domain[] {
  if (domain === undefined) return [];
  if (!Array.isArray(domain)) return [readDomain(domain, "domain")];
  if (domain.length === 0) {
    throw new TypeError("Invalid domain: got an empty array. Give at least one domain, or leave it out for any host.");
  }
  return domain.map((one, index) => readDomain(one, `domain[${index}]`));
}

/** Matches the URL of an endpoint on the given domains, or on any host when there are none. */
export function urlPattern(domains: readonly Domain[], path: string): RegExp {
  const origins = domains.length === 0 ? ["https?://[^/]+"] : domains.map(originPattern);
  return new RegExp(`^(?:${origins.join("|")})${escaped(path)}$`);
}

/** Matches every URL of the given domains, or of any Auth0 tenant when there are none. */
export function hostPattern(domains: readonly Domain[]): RegExp {
  const origins = domains.length === 0 ? [anyTenant] : domains.map(originPattern);
  return new RegExp(`^(?:${origins.join("|")})(?:[/?]|$)`);
}

/** Auth0 serves pictures and scripts from hosts that start with `cdn.`. */
const anyTenant = String.raw`https?://(?!cdn\.)[^/]+\.auth0\.com(?::\d+)?`;

const form = /^(\[[^\]]+\]|[^\s/\\:?#@[\]]+)(?::(\d{1,5}))?(\/[^\s?#]*[^\s?#/])?\/*$/;

function readDomain(domain: unknown, option: string): Domain {
  const [, host = "", port = "", path = ""] = (typeof domain === "string" && form.exec(domain)) || [];
  const url = toUrl(`http://${host}${path}`);
  if (host === "" || !url || !/^(\[[\da-f:.]+\]|[\w.-]+)$/.test(url.hostname) || Number(port) > 65_535) {
    throw new TypeError(`Invalid ${option}: got ${showValue(domain)}. ${expected}`);
  }
  return {
    host: url.hostname,
    port: port === "" ? "" : String(Number(port)),
    path: url.pathname.replace(/\/$/, ""),
  };
}

function toUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** A request's URL never has the default port of its own scheme (URL Standard, section 4.5). */
function originPattern({ host, port, path }: Domain): string {
  const at = (scheme: string): string => `${scheme}://${escaped(host)}`;
  const anywhere = `${at("https?")}${port && `:${port}`}`;
  const origin =
    port === "443"
      ? `(?:${at("https")}|${at("http")}:443)`
      : port === "80"
        ? `(?:${at("http")}|${at("https")}:80)`
        : anywhere;
  return origin + escaped(path);
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
