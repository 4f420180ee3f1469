import type { Meta, StoryObj } from "@storybook/react-vite";
import { mockAuth0 } from "auth0-msw";
import type { HttpHandler } from "msw";
import { expect, within } from "storybook/test";
import type { Story as FormStory } from "./ada.ts";
import * as deviceForm from "./device-form.stories.tsx";
import { Overview, type Case, cases } from "./overview.tsx";
import * as passwordForm from "./password-form.stories.tsx";
import * as passwordless from "./passwordless.stories.tsx";

const meta = {
  title: "Sign in/All failures",
  component: Overview,
  // Only for `npm run test:matrix`: each story shows every failure at once.
  tags: ["matrix"],
  beforeEach: (context) => activate(cases[context.args.way], context),
  play: async ({ args: { way }, canvasElement }) => {
    const shown = new Set(Object.values(cases).flatMap((some) => some.map(({ scenario }) => scenario.id)));
    const failures = mockAuth0().scenarios.filter(({ kind }) => kind !== "success");
    await expect(failures.filter(({ id }) => !shown.has(id))).toEqual([]);

    const cells = cases[way].map(({ scenario: { id } }) => ({
      cell: canvasElement.querySelector<HTMLElement>(`[data-scenario="${id}"]`) ?? canvasElement,
      sentence: sentenceOf(id, formStories[way]),
    }));
    for (const { cell, sentence } of cells) await within(cell).findByText(sentence, { exact: false });
    // Check all of them again: no form has lost its message meanwhile.
    for (const { cell, sentence } of cells) within(cell).getByText(sentence, { exact: false });
  },
} satisfies Meta<typeof Overview>;

export default meta;

type Story = StoryObj<typeof meta>;

export const EmailAndPassword: Story = { args: { way: "password" } };
export const CodeOrLink: Story = { args: { way: "passwordless" } };
export const OnThisDevice: Story = { args: { way: "device" } };

const formStories = { password: passwordForm, passwordless, device: deviceForm };

/** The message that the story of the same scenario expects. */
function sentenceOf(id: string, stories: Readonly<Record<string, object>>): string {
  const { parameters } =
    (Object.values({ ...passwordForm, ...stories }) as FormStory[]).find(
      (story) => story.parameters?.auth0 === id && "reads" in story.parameters,
    ) ?? {};
  if (!parameters) throw new Error(`No story expects the message of "${id}".`);
  return String(parameters["reads"]);
}

function activate(shown: readonly Case[], context: object): () => void {
  // The worker that the addon started. The addon of MSW uses the same name.
  const { msw } = context as { readonly msw: { use(...handlers: HttpHandler[]): void } };
  msw.use(...shown.flatMap(({ auth0 }) => auth0.handlers));
  for (const { auth0, scenario } of shown) {
    if (auth0.active(scenario.endpoint) !== scenario.id) auth0.use(scenario.id);
  }
  return () => {
    for (const { auth0 } of shown) auth0.reset();
  };
}
