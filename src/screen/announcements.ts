/** How a text reaches people who use assistive technology. */
export type Announcement = "alert" | "status" | "live region" | "described field" | "focus" | "dialog";

const regionSelector = '[role~="alert"],[role~="alertdialog"],[role~="status"],[role~="log"],[aria-live],output';

/** The live regions of a page, to tell those that were there before a text from those that came with it. */
export function liveRegions(root: Element): ReadonlySet<Element> {
  return new Set(root.querySelectorAll(regionSelector));
}

/** Whether a text is in a live region that came together with it. */
export function isInNewRegion(element: Element, regionsBefore: ReadonlySet<Element>): boolean {
  const region = closestRegion(element);
  return region !== null && !regionsBefore.has(region);
}

/**
 * How the live region around a text announces it, when the text appears. A region other than an alert must have been
 * there before (WAI-ARIA 1.2, section 6.7): screen readers announce changes in regions that they know.
 */
export function byRegion(element: Element, before: ReadonlySet<Element>): Announcement | undefined {
  const region = closestRegion(element);
  if (!region || isConcealed(element)) return undefined;
  const role = region.getAttribute("role") ?? "";
  const live = region.getAttribute("aria-live");
  if (live === "off") return undefined;
  if (/\balert(dialog)?\b/.test(role)) return "alert";
  if (!before.has(region)) return undefined;
  return /\bstatus\b/.test(role) || region.tagName === "OUTPUT" ? "status" : "live region";
}

function closestRegion(element: Element): Element | null {
  for (let each: Element | null = element; each; each = parentOf(each)) if (each.matches(regionSelector)) return each;
  return null;
}

/** How the focus announces a text: an element that got it has the text as its own, as its description, or in its dialog. */
export function byFocus(element: Element, focused: ReadonlySet<Element>): Announcement | undefined {
  if (isConcealed(element)) return undefined;
  for (const target of focused) {
    if (describesOf(target).some((each) => each.contains(element) || element.contains(each))) return "described field";
    if (target.contains(element)) return target.closest(dialogs) === target ? "dialog" : "focus";
    if (target.closest(dialogs)?.contains(element)) return "dialog";
  }
  return undefined;
}

const dialogs = 'dialog,[role="dialog"],[role="alertdialog"]';

function describesOf(field: Element): Element[] {
  const root = field.getRootNode() as Document | ShadowRoot;
  const names = ["aria-describedby", "aria-errormessage", "aria-labelledby"];
  const ids = names.flatMap((name) => field.getAttribute(name)?.split(/\s+/) ?? []);
  return ids.flatMap((id) => (id === "" ? [] : (root.getElementById(id) ?? [])));
}

function isConcealed(element: Element): boolean {
  return element.closest('[aria-hidden="true"]') !== null;
}

/** The parent, also across the border of a shadow root. */
function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
