import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDomains, hostPattern, urlPattern } from "./domain.ts";

/** Whether these domains match a URL. As in MSW, the URL is parsed and has no query. */
function matches(domain: string | readonly string[] | undefined, url: string): boolean {
  return urlPattern(checkDomains(domain), "/oauth/ro").test(new URL(url).href);
}

describe("the URL of an endpoint", () => {
  test.each<[string | readonly string[] | undefined, string]>([
    [undefined, "https://demo.auth0.com/oauth/ro"],
    [undefined, "http://localhost:3000/oauth/ro"],
    [undefined, "http://[::1]:3000/oauth/ro"],
    ["demo.auth0.com", "https://demo.auth0.com/oauth/ro"],
    ["demo.auth0.com", "http://demo.auth0.com/oauth/ro"],
    ["demo.auth0.com", "https://demo.auth0.com:443/oauth/ro"],
    ["Demo.Auth0.COM", "https://demo.auth0.com/oauth/ro"],
    ["demo.auth0.com", "https://DEMO.auth0.com/oauth/ro"],
    ["demo.auth0.com:443", "https://demo.auth0.com/oauth/ro"],
    ["demo.auth0.com:443", "http://demo.auth0.com:443/oauth/ro"],
    ["demo.auth0.com:80", "http://demo.auth0.com/oauth/ro"],
    ["demo.auth0.com:80", "https://demo.auth0.com:80/oauth/ro"],
    ["localhost:3000", "http://localhost:3000/oauth/ro"],
    ["localhost:03000", "http://localhost:3000/oauth/ro"],
    ["[::1]:3000", "http://[::1]:3000/oauth/ro"],
    ["[0:0:0:0:0:0:0:1]", "http://[::1]/oauth/ro"],
    ["127.0.0.1:8080", "http://127.0.0.1:8080/oauth/ro"],
    ["my_host", "http://my_host/oauth/ro"],
    ["bücher.example", "https://bücher.example/oauth/ro"],
    ["xn--bcher-kva.example", "https://bücher.example/oauth/ro"],
    ["localhost:3000/auth0", "http://localhost:3000/auth0/oauth/ro"],
    ["localhost:3000/auth0/", "http://localhost:3000/auth0/oauth/ro"],
    ["demo.auth0.com/", "https://demo.auth0.com/oauth/ro"],
    ["demo.auth0.com:443/a/b.c", "https://demo.auth0.com/a/b.c/oauth/ro"],
    ["demo.auth0.com/größe(1)", "https://demo.auth0.com/größe(1)/oauth/ro"],
    [["one.example", "two.example:8443/auth0"], "https://one.example/oauth/ro"],
    [["one.example", "two.example:8443/auth0"], "https://two.example:8443/auth0/oauth/ro"],
  ])("matches for domain %j: %s", (domain, url) => {
    expect(matches(domain, url)).toBe(true);
  });

  test.each<[string | readonly string[] | undefined, string]>([
    [undefined, "https://demo.auth0.com/auth0/oauth/ro"],
    [undefined, "https://demo.auth0.com/oauth/rock"],
    ["demo.auth0.com", "https://demo.auth0.com.evil.example/oauth/ro"],
    ["demo.auth0.com", "https://demo-auth0.com/oauth/ro"],
    ["demo.auth0.com", "https://other.example/demo.auth0.com/oauth/ro"],
    ["demo.auth0.com", "https://demo.auth0.com:8443/oauth/ro"],
    ["demo.auth0.com:443", "http://demo.auth0.com/oauth/ro"],
    ["demo.auth0.com:80", "https://demo.auth0.com/oauth/ro"],
    ["localhost:3000", "http://localhost:3001/oauth/ro"],
    ["localhost:3000", "http://localhost/oauth/ro"],
    ["localhost:3000/auth0", "http://localhost:3000/oauth/ro"],
    ["localhost:3000/auth0", "http://localhost:3000/auth0x/oauth/ro"],
    ["localhost:3000/auth0", "http://localhost:3000/x/auth0/oauth/ro"],
    ["localhost/a.b", "http://localhost/axb/oauth/ro"],
    [["one.example", "two.example/auth0"], "https://two.example/oauth/ro"],
    [["one.example", "two.example/auth0"], "https://one.example/auth0/oauth/ro"],
  ])("does not match for domain %j: %s", (domain, url) => {
    expect(matches(domain, url)).toBe(false);
  });

  test("matches with any path prefix", () => {
    const segment = fc.string({ unit: fc.constantFrom(...Array.from("aZ0-._~!$&'()*+,;=:@%2F^[]{}|ü")), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(segment), (segments) => {
        const path = segments.join("/");
        expect(matches(`demo.auth0.com/${path}`, `https://demo.auth0.com/${path}`.replace(/\/*$/, "/oauth/ro"))).toBe(
          true,
        );
      }),
      { seed: 10 },
    );
  });
});

const hint =
  'Give a host without its scheme, and its port and path if it has them: "demo.eu.auth0.com" or "localhost:3000/auth0".';

test.each<[unknown, string]>([
  ["https://demo.auth0.com", `Invalid domain: got "https://demo.auth0.com". ${hint}`],
  ["https:", `Invalid domain: got "https:". ${hint}`],
  ["", `Invalid domain: got "". ${hint}`],
  ["/auth0", `Invalid domain: got "/auth0". ${hint}`],
  ["*.auth0.com", `Invalid domain: got "*.auth0.com". ${hint}`],
  ["me@demo.auth0.com", `Invalid domain: got "me@demo.auth0.com". ${hint}`],
  ["demo.auth0.com?a", `Invalid domain: got "demo.auth0.com?a". ${hint}`],
  ["demo.auth0.com/#a", `Invalid domain: got "demo.auth0.com/#a". ${hint}`],
  ["demo.auth0.com:99999", `Invalid domain: got "demo.auth0.com:99999". ${hint}`],
  ["demo.auth0.com:port", `Invalid domain: got "demo.auth0.com:port". ${hint}`],
  ["demo auth0 com", `Invalid domain: got "demo auth0 com". ${hint}`],
  ["[::1", `Invalid domain: got "[::1". ${hint}`],
  ["[:::1]", `Invalid domain: got "[:::1]". ${hint}`],
  [null, `Invalid domain: got null. ${hint}`],
  [443, `Invalid domain: got 443. ${hint}`],
  [["demo.auth0.com", "https://x"], `Invalid domain[1]: got "https://x". ${hint}`],
  [[], "Invalid domain: got an empty array. Give at least one domain, or leave it out for any host."],
])("rejects domain %j", (domain, message) => {
  expect(() => checkDomains(domain as string)).toThrow(new TypeError(message));
});

describe("every URL of the mocked domains", () => {
  const isOwn = (domain: string | undefined, url: string): boolean =>
    hostPattern(checkDomains(domain)).test(new URL(url).href);

  test.each<[string | undefined, string]>([
    [undefined, "https://demo.eu.auth0.com/oauth/token"],
    [undefined, "https://demo.auth0.com"],
    [undefined, "http://demo.auth0.com:8080/?a=b"],
    ["demo.auth0.com", "https://demo.auth0.com/oauth/token?a=b"],
    ["login.example.com", "https://login.example.com/"],
    ["localhost:3000/auth0", "http://localhost:3000/auth0/oauth/token"],
    ["localhost:3000/auth0", "http://localhost:3000/auth0?a=b"],
  ])("matches for domain %j: %s", (domain, url) => {
    expect(isOwn(domain, url)).toBe(true);
  });

  test.each<[string | undefined, string]>([
    [undefined, "https://example.com/oauth/token"],
    [undefined, "https://auth0.com/docs"],
    [undefined, "https://notauth0.com/"],
    [undefined, "https://demo.auth0.com.example.com/"],
    [undefined, "https://example.com/demo.auth0.com/"],
    [undefined, "https://cdn.auth0.com/avatars/ad.png"],
    [undefined, "https://cdn.eu.auth0.com/client/x.js"],
    ["demo.auth0.com", "https://other.auth0.com/oauth/token"],
    ["demo.auth0.com", "https://demo.auth0.com:8443/oauth/token"],
    ["localhost:3000/auth0", "http://localhost:3000/src/main.ts"],
    ["localhost:3000/auth0", "http://localhost:3000/auth01"],
  ])("does not match for domain %j: %s", (domain, url) => {
    expect(isOwn(domain, url)).toBe(false);
  });
});
