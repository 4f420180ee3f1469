import type { Action, PageReading } from "./read-page.ts";

/**
 * Whether the user can go on after a failure: send the form again, or do something that the screen offers for it. A
 * link that was there all the time, such as "Forgot password?", is no way out of a form that cannot be sent.
 */
export function canGoOn({ actions }: PageReading, before: PageReading): boolean {
  const enabled = actions.filter(({ isDisabled }) => !isDisabled);
  const primary = mostImportant(actions);
  if (primary.some((action) => !action.isDisabled || countsDown(action))) return true;
  const known = new Set(before.actions.map(nameOf));
  return enabled.some((action) => !known.has(nameOf(action)));
}

/** The buttons that send a form. On a screen without them, all buttons, and without any, the links. */
function mostImportant(actions: readonly Action[]): readonly Action[] {
  const kinds: readonly Action["kind"][] = ["submit", "button", "link"];
  const kind = kinds.find((each) => actions.some((action) => action.kind === each));
  return actions.filter((action) => action.kind === kind);
}

/** A button that says how long it is disabled, such as "Try again in 0:30". */
function countsDown({ element }: Action): boolean {
  return /\d/.test(element.textContent);
}

function nameOf({ element }: Action): string {
  return element.getAttribute("aria-label") ?? element.textContent.trim();
}
