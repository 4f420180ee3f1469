import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { run } from "../tests/helpers/run.ts";
import { launchOptions } from "./chromium.ts";

// Makes the README's picture of the coverage report of a small run in a terminal.

const cwd = fileURLToPath(new URL("../tests/runners/vitest-reporter/", import.meta.url));
const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const picture = fileURLToPath(new URL("../docs/failure-coverage.png", import.meta.url));

const { out } = await run(process.execPath, [vitest, "run", "--root=sign-in", "--config=../vitest.config.ts"], {
  cwd,
  env: { FORCE_COLOR: "1", COVERAGE: JSON.stringify({ threshold: 100 }) },
});
const report = out.slice(out.lastIndexOf("\n", out.indexOf("Auth0 failure coverage"))).trimEnd();

const browser = await chromium.launch(launchOptions);
try {
  const page = await browser.newPage({ deviceScaleFactor: 2 });
  await page.setContent(toPage(report));
  await page.locator("body").screenshot({ path: picture, omitBackground: true });
  console.log("docs/failure-coverage.png");
} finally {
  await browser.close();
}

function toPage(terminal: string): string {
  return `<!doctype html>
    <style>
      body { margin: 0; padding: 24px; width: max-content; }
      figure { margin: 0; border-radius: 12px; background: #0d1117; color: #e6edf3; box-shadow: 0 8px 20px #0005; }
      figcaption { display: flex; gap: 8px; padding: 14px 16px 0; }
      i { width: 12px; height: 12px; border-radius: 50%; background: #30363d; }
      pre { margin: 0; padding: 16px 28px 24px 16px; font: 15px/1.45 "DejaVu Sans Mono", Menlo, Consolas, monospace; }
      .bold { font-weight: 700; }
      .dim { color: #8b949e; }
      .green { color: #7ee787; }
      .red { color: #ff7b72; }
      .yellow { color: #e3b341; }
    </style>
    <figure>
      <figcaption><i></i><i></i><i></i></figcaption>
      <pre><b class="green"> $</b> npx vitest run\n${toHtml(terminal)}</pre>
    </figure>`;
}

function toHtml(terminal: string): string {
  // The class of each escape sequence. Any other code closes the last one.
  const classes = new Map([
    ["1", "bold"],
    ["2", "dim"],
    ["31", "red"],
    ["32", "green"],
    ["33", "yellow"],
  ]);
  return terminal
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .split("\u001B[")
    .map((part, index) => {
      if (index === 0) return part;
      const opened = classes.get(part.slice(0, part.indexOf("m")));
      return `${opened ? `<span class="${opened}">` : "</span>"}${part.slice(part.indexOf("m") + 1)}`;
    })
    .join("");
}
