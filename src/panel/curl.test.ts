import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { toCurl } from "./curl.ts";

const url = "https://demo.eu.auth0.com/oauth/ro";

test("writes a command for a POSIX shell, which keeps every character", () => {
  const body = { username: `o'neil "$HOME" \`id\` \\ \n ü`, list: [1] };
  const command = toCurl({ method: "POST", url, headers: { "content-type": "application/json" }, body });
  const printed = execFileSync("sh", ["-c", `curl() { printf '%s\\0' "$@"; }; ${command}`], { encoding: "utf8" });
  expect(printed.split("\0").slice(0, -1)).toEqual([
    url,
    "-H",
    "content-type: application/json",
    "--data-raw",
    JSON.stringify(body),
  ]);
});

test("names a method that curl would not choose itself", () => {
  expect(toCurl({ method: "GET", url, headers: {}, body: null })).toBe(`curl '${url}' \\\n  -X GET`);
  expect(toCurl({ method: "POST", url, headers: {}, body: "a=b" })).toBe(`curl '${url}' \\\n  --data-raw 'a=b'`);
});
