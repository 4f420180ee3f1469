import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchOptions } from "../../scripts/chromium.ts";
import { run } from "../helpers/run.ts";
import { expectPage } from "../helpers/storybook-ui.ts";
import { runsAll } from "../helpers/runs-all.ts";
import { emptyProject, installed } from "./npm.ts";
import { record } from "./results.ts";
import { serveProject } from "./serve.ts";

const vite = ["Vite 8.3.8, `virtual:msw`"];
const next = ["Next.js 16.4.6, Turbopack"];
const rows = [vite, next];

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch(launchOptions);
});

afterAll(() => browser.close());

test("startAuth0 takes the network of virtual:msw, and answers after a hot update", async () => {
  record("apps", rows, vite, true);
  const folder = await projectWith(["virtual-msw", "storybook/shared"], ["vite@8.3.8", "msw@3"]);
  const { page, errors } = await newPage();
  await page.goto(await serveProject(folder, ["vite", "--port", "0"]));
  const status = page.getByRole("status");
  await expectPage(status).toHaveText("ready");
  await page.getByRole("button").click();
  await expectPage(status).toHaveText("401: your account is blocked.");

  const mock = join(folder, "mock.js");
  const updated = page.waitForEvent("console", (message) => message.text().includes("hot updated"));
  writeFileSync(mock, readFileSync(mock, "utf8").replace("user-blocked", "password-leaked"));
  await updated;
  await page.getByRole("button").click();
  await expectPage(status).toHaveText("401: password_leaked");
  expect(errors).toEqual([]);
});

test.runIf(runsAll)("the example for Next.js mocks browser and server, and leaves production alone", async () => {
  record("apps", rows, next, false);
  const packages = ["next@16.4.6", "react@19.3.1", "react-dom@19.3.1", "typescript@5.9.3", "@types/node@24"];
  const folder = await projectWith(["next", "../../examples/nextjs"], [...packages, "@types/react@19", "msw@3"]);
  cpSync(fileURLToPath(new URL("storybook/shared/ask.js", import.meta.url)), join(folder, "app/ask.js"));
  mkdirSync(join(folder, "public"));
  const worker = "mockServiceWorker.js";
  cpSync(join(folder, "node_modules/msw/lib", worker), join(folder, "public", worker));

  const { page, errors } = await newPage();
  const url = await serveProject(folder, ["next", "dev", "-H", "127.0.0.1", "-p", "0"]);
  // Next.js compiles the page on demand.
  await page.goto(`${url}?auth0-scenario=oauth-ro/user-blocked`, { timeout: 120_000 });
  // The switcher shows when the mock has started.
  await expectPage(page.getByRole("button", { name: /Auth0/ })).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "Sign in" }).click();
  await expectPage(page.getByRole("status").first()).toHaveText("401: your account is blocked.");
  const onServer = await page.request.post(`${url}/api/sign-in`);
  expect(await onServer.json()).toMatchObject({ status: 401, error: "unauthorized" });
  expect(errors).toEqual([]);

  const { code, out, err } = await run("node_modules/.bin/next", ["build"], {
    cwd: folder,
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
  expect({ code }, `${out}\n${err}`).toEqual({ code: 0 });
  const built = globSync(".next/{static,server}/**/*.js", { cwd: folder });
  const withMock = built.filter((file) =>
    /mockServiceWorker|passwordless-start/.test(readFileSync(join(folder, file), "utf8")),
  );
  expect(built.length).toBeGreaterThan(5);
  expect(withMock).toEqual([]);
});

async function projectWith(folders: readonly string[], packages: readonly string[]): Promise<string> {
  const folder = emptyProject();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const each of folders) cpSync(fileURLToPath(new URL(each, import.meta.url)), folder, { recursive: true });
  await installed(folder, packages);
  return folder;
}

interface Opened {
  readonly page: Page;
  readonly errors: string[];
}

async function newPage(): Promise<Opened> {
  const context = await browser.newContext();
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  return { page, errors };
}
