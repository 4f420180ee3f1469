import { isInDialog } from "./announcements.ts";
import type { ActionKind } from "./element-traits.ts";
import type { Action, PageReading } from "./read-page.ts";

/** The more important ones first. */
const kinds: readonly ActionKind[] = ["submit", "button", "link"];

/**
 * Whether the user can go on after a failure: send the form again, or do something that the screen offers for it. A
 * link that was there all the time, such as "Forgot password?", is no way out of a form that cannot be sent. To close
 * a message is not one either.
 */
export function canGoOn({ actions, emptyFields }: PageReading, before: PageReading): boolean {
  const possible = withoutClosing(reachable(actions));
  const kind = kinds.find((each) => [...possible, ...before.actions].some((action) => action.kind === each));
  if (possible.some((action) => action.kind === kind && (!action.isDisabled || countsDown(action)))) return true;
  // The button waits until the user has filled in what is empty now, such as the password.
  if (Array.from(emptyFields).some((field) => !before.emptyFields.has(field))) return true;
  const known = new Set(before.actions.map(labelOf));
  return possible.some((action) => !action.isDisabled && !known.has(labelOf(action)));
}

/** A dialog that has a button can be closed: then what it covers can be pressed. */
function reachable(actions: readonly Action[]): readonly Action[] {
  const uncovered = actions.filter(({ isConcealed }) => !isConcealed);
  return uncovered.some(({ element, isDisabled }) => !isDisabled && isInDialog(element)) ? actions : uncovered;
}

/** When all that a screen has is a button to close something, it leads somewhere. */
function withoutClosing(actions: readonly Action[]): readonly Action[] {
  const others = actions.filter((action) => !closes.test(nameOf(action)));
  return others.length > 0 ? others : actions;
}

const closes = /^(?:(?:close|dismiss|hide)\b.*|ok(?:ay)?|got it|[×✕✖])$/i;

/** A button that says how long it is disabled, such as "Try again in 0:30". */
function countsDown({ element }: Action): boolean {
  return /\d/.test(element.textContent);
}

function labelOf(action: Action): string {
  return `${action.kind} ${nameOf(action)}`;
}

function nameOf({ element }: Action): string {
  return element.getAttribute("aria-label") ?? element.textContent.trim();
}
