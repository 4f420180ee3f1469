import { readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { auth0Msw, manifest, project, removeProjects, repository } from "../cli/project.ts";

afterAll(removeProjects);

test("writes nowhere else and shows texts as they are, whatever a Storybook says", async () => {
  const id = "../../../a/b";
  const index = {
    entries: {
      [id]: { id, title: `\u001B]8;;http://evil.example\u0007${id}`, name: "\b\b", type: "story", tags: ["test"] },
    },
  };
  const scenarios = ["oauth-ro/user-blocked", "..\\../../../x/y"].map((each) => ({
    id: each,
    endpoint: "oauth-ro",
    kind: "failure",
    evidence: "documented",
  }));
  const judgement = { verdict: "silent", sentence: "\u001B[2J\u009B8m\u202E", why: "\u001B]0;x\u0007" };
  const { root } = project({
    "package.json": manifest({}),
    "storybook/index.json": JSON.stringify(index),
    "storybook/iframe.html": `<!doctype html><meta charset="utf-8"><script>
      const scenario = new URLSearchParams(location.search).get("auth0");
      postMessage(scenario === null
        ? { type: "auth0-msw/story", scenarios: ${JSON.stringify(scenarios)}, called: ["oauth-ro"], hasPlay: true }
        : { type: "auth0-msw/cell", scenario, report: { state: "judged", judgement: ${JSON.stringify(judgement)} } });
    </script>`,
  });
  symlinkSync(join(repository, "node_modules/playwright"), join(root, "node_modules/playwright"));
  const args = [
    "storybook",
    "--screenshots",
    "--output",
    "a/b/c/auth0.json",
    "--executable-path",
    launchOptions.executablePath,
  ];
  const { code, out, err } = await auth0Msw(root, "gallery", ...args);
  expect([code, err]).toEqual([0, ""]);
  const written = readdirSync(join(root, "a/b/c"), { recursive: true, encoding: "utf8" });
  expect(written.toSorted()).toEqual([
    "auth0-screens",
    "auth0-screens/--a--b--oauth-ro--user-blocked.png",
    "auth0-screens/--a--b--x--y.png",
    "auth0.json",
  ]);
  expect(readdirSync(root).toSorted()).toEqual(["a", "node_modules", "package.json", "storybook"]);
  expect(out).toContain(String.raw`\u001b]8;;http://evil.example\u0007../../../a/b / \u0008\u0008  2 silent`);
  expect(out).toContain(String.raw`\u001b]0;x\u0007 “\u001b[2J\u009b8m\u202e”`);
  expect(out).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u);
}, 60_000);
