import { expect, test } from "vitest";
import { documents } from "../../scripts/docs.ts";
import * as auth0Msw from "auth0-msw";
import * as node from "auth0-msw/node";
import * as vitestReporter from "auth0-msw/vitest/reporter";

const all = await documents();

test.each(all)("$path is up to date (`npm run docs` writes it)", ({ current, fresh }) => {
  expect(current).toBe(fresh);
});

test("the API page has every value that an entry exports", () => {
  const page = all.find(({ path }) => path === "docs/api.md")?.fresh;
  const names = [auth0Msw, node, vitestReporter].flatMap((entry) => Object.keys(entry));
  expect(names).toContain("mockAuth0");
  for (const name of names) expect(page).toMatch(new RegExp(`^### \`${name}\``, "m"));
});
