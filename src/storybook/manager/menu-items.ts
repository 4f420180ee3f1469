import { endpoints, paths } from "../../../scenarios/types.ts";
import { nameOf } from "../../panel/row.ts";
import { titleOf } from "../../panel/title.ts";
import { wordMatcher } from "../../panel/word-matcher.ts";
import type { ScenarioList } from "../events.ts";

/** One line of the menu. */
export interface MenuItem {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly text: string;
  /** `401`, `live` or `no response`. */
  readonly status: string;
}

/** The scenarios of one endpoint with one status. */
export interface MenuGroup {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

/** The groups of the menu, `live` first, with the scenarios that match every word of the search. */
export function toGroups(catalog: ScenarioList, search: string): MenuGroup[] {
  const matches = wordMatcher(search);
  const groups: MenuGroup[] = [];
  for (const endpoint of endpoints) {
    const request = `POST ${paths[endpoint]}`;
    const lines = [
      {
        status: "live",
        id: `${endpoint}/live`,
        text: "This mock’s demo tenant answers as the service would.",
        more: "",
      },
      ...catalog
        .filter((scenario) => scenario.endpoint === endpoint)
        .toSorted((one, other) => (one.status ?? 1000) - (other.status ?? 1000))
        .map(({ id, status, summary, error, description, evidence }) => ({
          status: String(status ?? "no response"),
          id,
          text: summary,
          more: `${error} ${description} ${evidence}`,
        })),
    ];
    for (const { status, id, text, more } of lines) {
      const all = `${id} ${titleOf(nameOf(id))} ${status} ${request} ${text} ${more}`;
      if (!matches(all)) continue;
      const title = status === "live" ? request : `${request} · ${status}`;
      const last = groups.at(-1);
      const name = nameOf(id);
      const item = { id, title: status === "live" ? "Demo tenant" : titleOf(name), name, text, status };
      if (last?.title === title) groups[groups.length - 1] = { ...last, items: [...last.items, item] };
      else groups.push({ title, items: [item] });
    }
  }
  return groups;
}
