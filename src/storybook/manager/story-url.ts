import type { API } from "storybook/manager-api";
import { decoded } from "../../engine/decoded.ts";
import { linkNamesIn, readLink, storyLink, toPairs, withLink } from "../../panel/link.ts";
import type { Selection } from "../../panel/selection.ts";

/** The selection in the URL of Storybook. Undefined when there is none, or when it cannot be read. */
export function selectionInUrl(): Selection | undefined {
  try {
    return readLink(document.location.search, storyLink);
  } catch {
    return undefined;
  }
}

/** Replaces the selection in the URL of Storybook. */
export function writeUrl(api: API, selection: Selection): void {
  const params = toPairs(selection, storyLink);
  const { search } = document.location;
  const before = linkNamesIn(search, storyLink);
  const query = new URLSearchParams(search);
  const isSame = before.length === params.length && params.every(([name, value]) => query.get(name) === decoded(value));
  if (isSame) return;
  api.applyQueryParams(Object.fromEntries([...before.map((name) => [name, null] as const), ...params]), {
    replace: true,
  });
}

/** Whether two selections have the same link. */
export function isSameLink(one: Selection, other: Selection = { activations: [] }): boolean {
  return toPairs(one, storyLink).join() === toPairs(other, storyLink).join();
}

/** The URL of the shown story with a selection. */
export function linkTo(selection: Selection): string {
  const { origin, pathname, search } = document.location;
  return `${origin}${pathname}${withLink(search, selection, storyLink)}`;
}
