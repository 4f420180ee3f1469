import { chromium, type Page } from "playwright";
import { launchOptions } from "../scripts/chromium.ts";
import { type Running, serveBuilt, serveDev } from "../tests/helpers/storybook-server.ts";
import { StorybookPage } from "../tests/helpers/storybook-ui.ts";

// The time from a click on a scenario in the toolbar’s menu until the screen shows its answer.

const rounds = 20;

const stories = [
  { story: "live", what: "a story that sends a request on mount", goal: 300 },
  { story: "clicked", what: "a story that sends one with a click in its play", goal: 300 },
  { story: "stuck", what: "the same, while the play before is stuck", goal: 300 },
  { story: "typed", what: "a story that types 24 characters in its play", goal: 500 },
  { story: "stuck-typing", what: "the same, while the play before is stuck", goal: 500 },
];

const answers = [
  { id: "oauth-ro/user-blocked", text: "401 unauthorized" },
  { id: "oauth-ro/password-leaked", text: "401 password_leaked" },
] as const;

const configDir = "tests/storybook/html";
for (const [name, serve] of [
  ["static build", serveBuilt],
  ["dev server", serveDev],
] as const) {
  const storybook: Running = await serve(configDir);
  const browser = await chromium.launch(launchOptions);
  try {
    for (const { story, what, goal } of stories) {
      const ui = new StorybookPage(await browser.newPage(), storybook.url);
      await ui.open(`story/sign-in--${story}`);
      await ui.answer.getByText(/\d/).waitFor({ timeout: 60_000 });
      const times: number[] = [];
      for (let n = 0; n < rounds; n += 1) times.push(await timeSwitch(ui, answers[n % 2 === 0 ? 0 : 1]));
      times.sort((a, b) => a - b);
      const median = ((times[rounds / 2 - 1] ?? 0) + (times[rounds / 2] ?? 0)) / 2;
      const missed = median > goal;
      console.log(
        `${name}, ${what}: median ${Math.round(median)} ms, ` +
          `slowest ${Math.round(times.at(-1) ?? 0)} ms of ${rounds}${missed ? `; the goal is ${goal} ms` : ""}`,
      );
      await ui.page.close();
    }
  } finally {
    await browser.close();
    await storybook.close();
  }
}

async function timeSwitch(ui: StorybookPage, answer: { readonly id: string; readonly text: string }): Promise<number> {
  // Storybook updates its URL a little after the selection. Wait for that before the next round.
  await ui.page.waitForTimeout(600);
  const time = watch(ui.page, answer.text);
  await ui.toolbar.click();
  await ui.page.getByRole("combobox", { name: "Search scenarios" }).fill(answer.id);
  await ui.page.getByRole("option").click();
  return time;
}

/** The milliseconds from the next click on an option to the frame that paints the text. */
function watch(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (expected) =>
      new Promise<number>((resolve) => {
        const frame = document.querySelector<HTMLIFrameElement>("#storybook-preview-iframe");
        const start = (event: MouseEvent): void => {
          if (!(event.target instanceof Element) || !event.target.closest('[role="option"]')) return;
          document.removeEventListener("click", start, true);
          const look = (): void => {
            const shown = frame?.contentDocument?.querySelector("output")?.value;
            if (shown === expected) requestAnimationFrame(() => resolve(performance.now() - event.timeStamp));
            else setTimeout(look, 1);
          };
          look();
        };
        document.addEventListener("click", start, true);
      }),
    text,
  );
}
