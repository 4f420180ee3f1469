import { ancestorsOf } from "./flat-tree.ts";

/** Asks a browser that has layout. What was removed from the page counts as it was. */
export function isRendered(element: Element): boolean {
  if (!element.isConnected || !element.checkVisibility) return true;
  if (element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
  const { parentElement } = element;
  // Such an element has no box, but what is in it has.
  if (parentElement && getComputedStyle(element).display === "contents") return isRendered(parentElement);
  // A text that fades in begins with no opacity.
  return element.checkVisibility({ visibilityProperty: true }) && isAnimated(element);
}

function isAnimated(element: Element): boolean {
  for (const each of ancestorsOf(element)) if (each.getAnimations?.().length > 0) return true;
  return false;
}
