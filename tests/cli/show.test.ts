import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mockAuth0 } from "auth0-msw";
import { describe, expect, test } from "vitest";
import { createReport } from "../../src/coverage/report.ts";
import { auth0Msw, repository } from "./project.ts";

const { scenarios } = mockAuth0();

describe("show", { concurrent: true }, () => {
  test("has the answer, its evidence, and the lines to paste", async () => {
    const { code, out, err } = await auth0Msw(repository, "show", "oauth-ro/user-blocked");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("HTTP 401");
    expect(out).toContain('"error": "unauthorized"');
    expect(out).toContain("documented: ");
    expect(out).toContain('auth0.use("oauth-ro/user-blocked");');
    expect(out).toContain('parameters: { auth0: "oauth-ro/user-blocked" }');
    expect(out).toContain("curl 'https://demo.eu.auth0.com/oauth/ro'");
  });

  test("--json has every field", async () => {
    const { out } = await auth0Msw(repository, "show", "oauth-ro/user-blocked", "--json");
    const scenario = scenarios.find(({ id }) => id === "oauth-ro/user-blocked");
    expect(JSON.parse(out)).toMatchObject(JSON.parse(JSON.stringify(scenario)));
    expect(JSON.parse(out)).toMatchObject({ test: 'auth0.use("oauth-ro/user-blocked");' });
  });

  test("says when no request provokes it", async () => {
    const { out } = await auth0Msw(repository, "show", "oauth-ro/network-error");
    expect(out).toContain("No response arrives.");
    expect(out).toContain("No request: it can only be switched on.");
  });

  test("an unknown id names the nearest", async () => {
    const { code, err } = await auth0Msw(repository, "show", "oauth-ro/user-bloked");
    expect(code).toBe(1);
    expect(err).toContain('Did you mean "oauth-ro/user-blocked"?');
  });
});

describe("missing", { concurrent: true }, () => {
  const folder = mkdtempSync(join(tmpdir(), "auth0-msw-missing-"));
  const file = join(folder, "auth0.json");
  writeFileSync(file, JSON.stringify(createReport([["oauth-ro/user-blocked"]], "documented")));

  test("lists what no test has met, with the line that would", async () => {
    const { code, out } = await auth0Msw(repository, "missing", file);
    expect(code).toBe(0);
    expect(out).toMatch(/^1 of 32 documented failures are met\./);
    expect(out).toContain('auth0.use("oauth-ro/wrong-password");');
    expect(out).not.toContain("user-blocked");
  });

  test("--json is for machines", async () => {
    const { out } = await auth0Msw(repository, "missing", file, "--json");
    const listed = JSON.parse(out) as readonly { id: string; line: string }[];
    expect(listed).toHaveLength(31);
    expect(listed[0]).toEqual({ id: "oauth-ro/missing-device", line: 'auth0.use("oauth-ro/missing-device");' });
  });

  test("a file that is not a report says so", async () => {
    const { code, err } = await auth0Msw(repository, "missing", "package.json");
    expect(code).toBe(1);
    expect(err).toContain("not a report of failure coverage");
  });

  test("a folder is not a file", async () => {
    const { code, err } = await auth0Msw(repository, "missing", "src");
    expect(code).toBe(1);
    expect(err).toContain(": it is a folder. Make one with the coverage reporter:");
  });
});
