/** The parent that a browser renders an element in: its slot, its parent, or the host of its shadow root. */
function parentOf(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

/** An element and all that it is rendered in, from the inside out. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let each: Element | null = element; each; each = parentOf(each)) yield each;
}

/** Whether an element is rendered in another one, or is the same. */
export function isInside(outer: Element, inner: Element): boolean {
  for (const each of ancestorsOf(inner)) if (each === outer) return true;
  return false;
}
