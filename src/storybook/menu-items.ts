import type { Endpoint } from "../../scenarios/scenario.ts";
import type { Catalog } from "./channel.ts";

/** One line of the menu. */
export interface MenuItem {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** What the menu shows together: one endpoint's answers of one status. */
export interface MenuGroup {
  readonly endpoint: Endpoint;
  readonly title: string;
  readonly items: readonly MenuItem[];
}

const paths: Readonly<Record<Endpoint, string>> = {
  "oauth-ro": "POST /oauth/ro",
  "passwordless-start": "POST /passwordless/start",
};

/** The groups of the menu, live first, with what fits all words of the search. */
export function toGroups(catalog: Catalog, search: string): MenuGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups: MenuGroup[] = [];
  for (const endpoint of Object.keys(paths) as Endpoint[]) {
    const lines = [
      { status: "live", id: `${endpoint}/live`, text: "The tenant answers, as the service would.", more: "" },
      ...catalog
        .filter((scenario) => scenario.endpoint === endpoint)
        .toSorted((one, other) => (one.status ?? 1000) - (other.status ?? 1000))
        .map(({ id, status, summary, error, description, evidence }) => ({
          status: String(status ?? "no answer"),
          id,
          text: summary,
          more: `${error} ${description} ${evidence}`,
        })),
    ];
    for (const { status, id, text, more } of lines) {
      const all = `${id} ${status} ${paths[endpoint]} ${text} ${more}`.toLowerCase();
      if (!words.every((word) => all.includes(word))) continue;
      const title = status === "live" ? paths[endpoint] : `${paths[endpoint]} · ${status}`;
      const last = groups.at(-1);
      const item = { id, name: id.slice(endpoint.length + 1), text };
      if (last?.title === title) groups[groups.length - 1] = { ...last, items: [...last.items, item] };
      else groups.push({ endpoint, title, items: [item] });
    }
  }
  return groups;
}
