/** A story of a Storybook. */
export interface Story {
  readonly id: string;
  /** Its title and its name. */
  readonly where: string;
}

interface Index {
  readonly entries: Readonly<Record<string, IndexEntry>>;
}

interface IndexEntry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: string;
  readonly tags?: readonly string[];
}

/** The stories of a Storybook that can run as tests, or those of them whose ids begin with one of these. */
export async function storiesOf(url: string, only: readonly string[]): Promise<Story[]> {
  const { entries } = await indexOf(url);
  const stories = Object.values(entries).filter(({ type, tags = [] }) => type === "story" && tags.includes("test"));
  const chosen = only.length === 0 ? stories : stories.filter(({ id }) => only.some((start) => id.startsWith(start)));
  if (chosen.length === 0) {
    throw new Error(
      only.length === 0 ? `${url} has no story.` : `No story has an id that begins with ${only.join(" or ")}.`,
    );
  }
  return chosen.map(({ id, title, name }) => ({ id, where: `${title} / ${name}` }));
}

async function indexOf(url: string): Promise<Index> {
  const advice = "Give the address of a running Storybook, or the folder of a built one.";
  const response = await fetch(new URL("index.json", url)).catch(() => undefined);
  if (!response) throw new Error(`Nothing answers at ${url}. ${advice}`);
  if (!response.ok) throw new Error(`There is no Storybook at ${url}: its index.json is missing. ${advice}`);
  return (await response.json()) as Index;
}
