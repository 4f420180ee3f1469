import type { API } from "storybook/manager-api";
import { events } from "../events.ts";

/** Where the user was in the manager. */
let last: HTMLElement | undefined;

/** Returns the focus from the story to where the user was, and passes on keys that the story received instead. */
export function returnFocusFromStory(api: API): void {
  document.addEventListener("focusin", follow);
  api.on(events.focus, () => {
    if (document.activeElement instanceof HTMLIFrameElement && last?.isConnected) last.focus({ preventScroll: true });
  });
  api.on(events.key, ({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }) => {
    last?.dispatchEvent(
      new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, composed: true, cancelable: true }),
    );
  });
}

function follow({ target }: Event): void {
  const focused = deepest(target);
  if (focused && !(focused instanceof HTMLIFrameElement)) last = focused;
}

/** The focused element, inside of shadow roots too. */
function deepest(target: EventTarget | null): HTMLElement | undefined {
  let element = target instanceof HTMLElement ? target : undefined;
  while (element?.shadowRoot?.activeElement instanceof HTMLElement) {
    // The document does not see how the focus moves inside. Adding the same listener again has no effect.
    element.shadowRoot.addEventListener("focusin", follow);
    element = element.shadowRoot.activeElement;
  }
  return element;
}
