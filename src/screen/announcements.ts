import { ancestorsOf, isInside } from "./flat-tree.ts";
import { hasLayout } from "./has-layout.ts";
import type { TextBlock } from "./read-page.ts";

/** How a text reaches people who use assistive technology. */
export type Announcement =
  | "alert"
  | "status"
  | "live region"
  | "described field"
  | "focus"
  | "dialog"
  /** `alert()`, `confirm()`, `prompt()`. */
  | "browser dialog"
  /** The message that a browser shows at an invalid field. */
  | "field message";

/**
 * How the live region around a text announces it, when the text appears. A region other than an alert must have been
 * there before (WAI-ARIA 1.2, section 6.7): screen readers announce changes in regions that they know.
 */
export function byRegion(
  { region, isConcealed }: TextBlock,
  regionsBefore: ReadonlySet<Element>,
): Announcement | undefined {
  if (!region || isConcealed) return undefined;
  const role = region.getAttribute("role") ?? "";
  if (region.getAttribute("aria-live") === "off") return undefined;
  if (/\balert(dialog)?\b/.test(role)) return "alert";
  if (!regionsBefore.has(region)) return undefined;
  return /\bstatus\b/.test(role) || region.localName === "output" ? "status" : "live region";
}

/**
 * How the focus announces a text: an element that got it has the text as its own, as its description, or in its
 * dialog. A dialog is read when it opens: one that was open before is not, and neither is a form.
 * @param wasOpen Whether an element had text before the answer.
 */
export function byFocus(
  { element, isConcealed }: TextBlock,
  focused: ReadonlySet<Element>,
  wasOpen: (element: Element) => boolean,
): Announcement | undefined {
  if (isConcealed) return undefined;
  const dialog = dialogOf(element);
  for (const target of focused) {
    if (describesOf(target).some((each) => isInside(each, element) || isInside(element, each)))
      return "described field";
    // Some libraries move the focus to an element around the dialog.
    if (dialog && isInside(target, dialog)) {
      if (!wasOpen(dialog)) return "dialog";
    } else if (isInside(target, element)) {
      if (!hasFields(target) || !wasOpen(target)) return "focus";
    } else if (dialog && isInside(dialog, target) && !wasOpen(dialog)) return "dialog";
  }
  return undefined;
}

function hasFields(element: Element): boolean {
  return element.querySelector("input, select, textarea") !== null;
}

/**
 * Whether a text is in a `<dialog>` of jsdom or happy-dom that has opened. A browser moves the focus into a modal one,
 * and they don't.
 */
export function isInDialogWithoutLayout(
  { element, isConcealed }: TextBlock,
  wasOpen: (element: Element) => boolean,
): boolean {
  const dialog = isConcealed ? undefined : dialogOf(element);
  return dialog?.localName === "dialog" && !hasLayout(element.ownerDocument) && !wasOpen(dialog);
}

export function isInDialog(element: Element): boolean {
  return dialogOf(element) !== undefined;
}

function dialogOf(element: Element): Element | undefined {
  for (const each of ancestorsOf(element)) {
    if (each.localName === "dialog" || /\b(alert)?dialog\b/.test(each.getAttribute("role") ?? "")) return each;
  }
  return undefined;
}

const references = ["aria-describedby", "aria-errormessage", "aria-labelledby"];

function describesOf(field: Element): Element[] {
  const root = field.getRootNode() as Document | ShadowRoot;
  const ids = references.flatMap((name) => field.getAttribute(name)?.split(/\s+/) ?? []);
  const byId = ids.flatMap((id) => (id === "" ? [] : (root.getElementById(id) ?? [])));
  return [...byId, ...((field as Partial<HTMLInputElement>).labels ?? [])];
}
