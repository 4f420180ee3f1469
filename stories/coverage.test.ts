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

const meant = scenarios.filter(({ kind }) => kind !== "success").map(({ id }) => id);

it.each([...meant, "oauth-ro/success", "passwordless-start/success"])("%s has a story that plays it", (id) => {
  const found = stories.filter((story) => playsIt(story, id));
  expect(found, `No story plays "${id}". Write one on the form that it concerns.`).not.toHaveLength(0);
});

/** Whether a story answers with this id and has a play, its own or one that a helper gives it. */
function playsIt(story: string, id: string): boolean {
  return story.includes(`"${id}"`) && /\bplay: |\b(?:meets\w*|whenNobodyAnswers)\(/.test(story);
}
