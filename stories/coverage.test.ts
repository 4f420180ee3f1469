import { globSync, readFileSync } from "node:fs";
import { mockAuth0 } from "auth0-msw";
import { expect, it } from "vitest";

const { scenarios } = mockAuth0();

/** The source of each story. */
const stories = globSync("stories/**/*.stories.tsx").flatMap((file) =>
  readFileSync(file, "utf8")
    .split(/^export const /m)
    .slice(1),
);

const ids = scenarios.filter(({ kind }) => kind !== "success").map(({ id }) => id);

it.each([...ids, "oauth-ro/success", "passwordless-start/success"])("%s has a story with a play function", (id) => {
  const found = stories.filter((story) => plays(story, id));
  expect(found, `No story plays "${id}". Add a story to the form that shows it.`).not.toHaveLength(0);
});

/** Returns whether a story uses this id and has a play function, its own or from a helper. */
function plays(story: string, id: string): boolean {
  return story.includes(`"${id}"`) && /\bplay: |\b(?:meets\w*|whenNoResponse)\(/.test(story);
}
