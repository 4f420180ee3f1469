import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { gallery, type GalleryOptions } from "../../src/cli/gallery/gallery.ts";
import { report } from "../../src/cli/report.ts";
import { createReport } from "../../src/coverage/report.ts";
import { toMarkdown } from "../../src/coverage/markdown.ts";
import { auth0Msw, type Fixture, manifest, project, removeProjects, repository } from "../cli/project.ts";

afterAll(removeProjects);

const packageJson = manifest({ devDependencies: { vite: "8", vitest: "5", typescript: "5" } });
const coverage = createReport([["oauth-ro/user-blocked"]], "documented");
const json = JSON.stringify(coverage);

interface Places {
  /** The project. */
  readonly inside: Fixture;
  /** A folder beside it, with one file. */
  readonly outside: Fixture;
}

function places(files: Readonly<Record<string, string>> = {}): Places {
  return {
    inside: project({ "package.json": packageJson, "auth0.json": json, ...files }),
    outside: project({ "theirs.txt": "theirs" }),
  };
}

/** What is in a folder that nothing may touch. */
function untouched({ outside }: Places): void {
  expect(readdirSync(outside.root).toSorted()).toEqual(["node_modules", "theirs.txt"]);
  expect(outside.read("theirs.txt")).toBe("theirs");
}

function link({ root }: Fixture, path: string, target: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
}

describe("init", { concurrent: true }, () => {
  test.each([
    ["a path that leads up", "../elsewhere"],
    ["an absolute path", "/tmp/auth0-msw-elsewhere"],
    ["a path that leads up and down", "public/../../elsewhere"],
  ])("does not write outside of the project: %s", async (_name, folder) => {
    const { inside } = places();
    const { code, err } = await inside.init("--yes", "--force", "--public", folder);
    expect([code, err]).toEqual([1, expect.stringContaining(`is outside of ${inside.root}, so it was not written.`)]);
    expect(existsSync(join(inside.root, folder))).toBe(false);
    expect(existsSync(folder)).toBe(false);
    // The rest is written.
    expect(inside.has("auth0-mock.ts")).toBe(true);
  });

  test("does not take a folder outside of the project from a configuration", async () => {
    const { inside } = places({ "vite.config.ts": 'export default { publicDir: "../elsewhere" };' });
    const { code, err } = await inside.init("--yes");
    expect([code, err]).toEqual([1, expect.stringContaining("../elsewhere/mockServiceWorker.js is outside of")]);
  });

  test("takes a folder inside the project by its absolute path, and the project itself", async () => {
    const { inside } = places({ "web/index.html": "" });
    expect(await inside.init("--yes", "--public", join(inside.root, "web/"))).toMatchObject({ code: 0, err: "" });
    expect(inside.has("web/mockServiceWorker.js")).toBe(true);
    expect(await inside.init("--yes", "--public", ".")).toMatchObject({ code: 0, err: "" });
    expect(inside.has("mockServiceWorker.js")).toBe(true);
  });

  test("follows no link out of the project: of a folder", async () => {
    const all = places();
    link(all.inside, "public", all.outside.root);
    link(all.inside, "tests", all.outside.root);
    const { code, err } = await all.inside.init("--yes", "--force");
    expect(code).toBe(1);
    const { root } = all.inside;
    expect(err).toContain(`public/mockServiceWorker.js was not written: public is a link that leads out of ${root}.`);
    expect(err).toContain(`tests/auth0-mock.ts was not written: tests is a link that leads out of ${root}.`);
    untouched(all);
  });

  test("follows no link out of the project: of a file", async () => {
    const all = places({ ".storybook/preview.ts": "export default {};\n" });
    for (const path of ["public/mockServiceWorker.js", "auth0-mock.ts", ".storybook/main.ts"]) {
      link(all.inside, path, join(all.outside.root, "theirs.txt"));
    }
    const before = "export default { addons: [] };\n";
    writeFileSync(join(all.outside.root, "theirs.txt"), before);
    const { code, err } = await all.inside.init("--yes", "--force");
    expect(code).toBe(1);
    expect(err.match(/is a link that leads out of/g)).toHaveLength(3);
    expect(all.outside.read("theirs.txt")).toBe(before);
  });

  test("follows no broken link", async () => {
    const all = places();
    link(all.inside, "public/mockServiceWorker.js", join(all.outside.root, "new.js"));
    const { code, err } = await all.inside.init("--yes", "--force");
    expect([code, err]).toEqual([1, expect.stringContaining("is a link that leads out of")]);
    untouched(all);
  });

  test("follows a link that stays in the project", async () => {
    const { inside } = places({ "web/robots.txt": "" });
    link(inside, "public", "web");
    expect(await inside.init("--yes")).toMatchObject({ code: 0, err: "" });
    expect(inside.has("web/mockServiceWorker.js")).toBe(true);
  });
});

describe("report --html", () => {
  test.each([
    ["a path that leads up", "../auth0-report-elsewhere.html"],
    ["an absolute path", "/tmp/auth0-report-elsewhere.html"],
  ])("does not write outside of the project: %s", async (_name, html) => {
    const all = places();
    const why = /is outside of .*, so it was not written\. Give a path inside the project, or run this where/;
    await expect(report(all.inside.root, "auth0.json", { html })).rejects.toThrow(why);
    untouched(all);
    expect(existsSync(join(all.inside.root, html)) || existsSync(html)).toBe(false);
  });

  test("does not write beside a report that is outside of the project", async () => {
    const { inside } = places();
    const theirs = project({ "auth0.json": json });
    const file = join(theirs.root, "auth0.json");
    await expect(report(inside.root, file, { html: true })).rejects.toThrow("is outside of");
    expect(theirs.has("auth0-report.html")).toBe(false);
    await report(inside.root, file, { html: "here.html" });
    expect(inside.has("here.html")).toBe(true);
  });

  test("follows no link out of the project", async () => {
    const all = places();
    link(all.inside, "out", all.outside.root);
    link(all.inside, "auth0-report.html", join(all.outside.root, "theirs.txt"));
    for (const html of [true, "out/new.html"] as const) {
      const writing = report(all.inside.root, "auth0.json", { html, force: true });
      await expect(writing).rejects.toThrow("is a link that leads out of");
    }
    untouched(all);
  });

  test("overwrites an earlier page, and nothing else without --force", async () => {
    const { inside } = places({ "index.html": "<title>mine</title>" });
    const { root } = inside;
    await report(root, "auth0.json", { html: true });
    await report(root, "auth0.json", { html: true });
    const args = ["report", "auth0.json", "--html", "index.html"];
    expect(await auth0Msw(root, ...args)).toEqual({
      code: 1,
      out: "",
      err: "index.html exists and was not written by this command, so it was not changed. Use --force to overwrite it, or give another file.\n",
    });
    expect(inside.read("index.html")).toBe("<title>mine</title>");
    expect(await auth0Msw(root, ...args, "--force")).toMatchObject({ code: 0, err: "" });
    expect(inside.read("index.html")).toContain("What the screen said");
  });

  test("does not overwrite the report that it reads", async () => {
    const { inside } = places();
    await expect(report(inside.root, "auth0.json", { html: "auth0.json" })).rejects.toThrow("was not written by");
    expect(inside.read("auth0.json")).toBe(json);
  });
});

describe("gallery", () => {
  /** No Storybook is there: what may not be written is refused before one is opened. */
  function play({ root }: Fixture, options: Partial<GalleryOptions>): Promise<boolean> {
    return gallery(root, "http://127.0.0.1:1", { include: "documented", width: "390", ...options });
  }

  /** A project with Playwright. */
  function withPlaywright(files: Readonly<Record<string, string>> = {}): Places {
    const all = places(files);
    symlinkSync(join(repository, "node_modules/playwright"), join(all.inside.root, "node_modules/playwright"));
    return all;
  }

  test.each([
    ["a path that leads up", { output: ["../auth0-elsewhere.json"] }],
    ["one of several files", { output: ["inside.json", "../auth0-elsewhere.md"] }],
    ["the folder of the pictures", { output: ["/tmp/auth0-elsewhere/x.json"], screenshots: true }],
  ])("does not write outside of the project: %s", async (_name, options) => {
    const all = withPlaywright();
    await expect(play(all.inside, options)).rejects.toThrow("is outside of");
    untouched(all);
  });

  test("follows no link out of the project", async () => {
    const all = withPlaywright();
    link(all.inside, "out", all.outside.root);
    link(all.inside, "auth0-screens", all.outside.root);
    for (const options of [{ output: ["out/auth0.json"] }, { screenshots: true }]) {
      await expect(play(all.inside, options)).rejects.toThrow("is a link that leads out of");
    }
    untouched(all);
  });

  test("overwrites an earlier report, and nothing else without --force", async () => {
    const { inside } = withPlaywright({
      "README.md": "# Mine",
      "auth0.md": toMarkdown(coverage),
      "tsconfig.json": "{}",
    });
    for (const file of ["README.md", "tsconfig.json", "package.json"]) {
      await expect(play(inside, { output: [file] })).rejects.toThrow(`${file} exists and was not written by`);
    }
    for (const options of [{ output: ["auth0.json", "auth0.md"] }, { output: ["README.md"], force: true }]) {
      await expect(play(inside, options)).rejects.toThrow("Nothing answers at http://127.0.0.1:1/.");
    }
    expect(inside.read("README.md")).toBe("# Mine");
  });
});
