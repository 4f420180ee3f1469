import { expect, test } from "vitest";
import { checkPeer } from "./peer-versions.ts";

const check = (version: string) => () => checkPeer("auth0-msw/storybook", "storybook", () => ({ version }));

test.each(["9.1.0", "9.10.0", "10.0.0", "11.0.0-alpha.6"])("takes Storybook %s", (version) => {
  expect(check(version)).not.toThrow();
});

test.each(["7.6.20", "8.6.14", "9.0.18"])("says what it needs beside Storybook %s", (version) => {
  expect(check(version)).toThrow(
    `auth0-msw/storybook needs Storybook 9.1 or later, but Storybook ${version} is installed. ` +
      "Update storybook, or remove auth0-msw/storybook from your configuration.",
  );
});

test("says nothing when the version is unknown", () => {
  const missing = () => {
    throw new Error("Cannot find module");
  };
  expect(() => checkPeer("auth0-msw/vitest", "vitest", missing)).not.toThrow();
});
