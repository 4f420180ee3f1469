/** What an element passes on to those in it. */
export interface Around {
  /** The innermost live region. */
  readonly region: Element | null;
  /** Hidden from assistive technology, or covered by a dialog. */
  readonly isConcealed: boolean;
  /** In a control, or in its name. */
  readonly isName: boolean;
  readonly isHidden: boolean;
  readonly isDisabled: boolean;
  readonly isInForm: boolean;
  /** Of the children of a closed `details`, only the summary is shown. */
  readonly isClosed: boolean;
}

export const nothingAround: Around = {
  region: null,
  isConcealed: false,
  isName: false,
  isHidden: false,
  isDisabled: false,
  isInForm: false,
  isClosed: false,
};

/** What the user can press: what sends a form, another button, or a link. */
export type ActionKind = "submit" | "button" | "link";

/** What an element is by itself, and what it passes on. */
interface Traits {
  readonly around: Around;
  readonly isBusy: boolean;
  readonly kind: ActionKind | undefined;
}

const elementsThatMatter = new Set("a button dialog details form input label option output progress".split(" "));

const attributesThatMatter: ReadonlySet<string> = new Set(
  "aria-busy aria-disabled aria-hidden aria-live disabled form hidden href inert open role style type".split(" "),
);

/** The attributes whose changes can change what is read, where style sheets don't apply. */
export const watchedAttributes: readonly string[] = Array.from(attributesThatMatter).concat(
  "alt slot aria-describedby aria-errormessage aria-labelledby".split(" "),
);

type Attributes = ReadonlyMap<string, string>;

/** Undefined for most elements: they only pass on what is around them. */
export function ownTraits(element: Element, localName: string, around: Around): Traits | undefined {
  const attributes = readAttributes(element);
  if (attributes.size === 0 && !elementsThatMatter.has(localName) && !around.isClosed) return undefined;
  const role = attributes.get("role") ?? "";
  const isInForm = around.isInForm || localName === "form";
  return {
    around: {
      region: isRegion(localName, role, attributes) ? element : around.region,
      isConcealed: around.isConcealed || attributes.get("aria-hidden") === "true" || attributes.has("inert"),
      isName: around.isName || role === "button" || ["button", "label", "option"].includes(localName),
      isHidden: around.isHidden || isHidden(element, localName, attributes) || isFolded(localName, around),
      isDisabled: around.isDisabled || isDisabled(attributes),
      isInForm,
      isClosed: localName === "details" && !attributes.has("open"),
    },
    isBusy: localName === "progress" || role === "progressbar" || attributes.get("aria-busy") === "true",
    kind: kindOf(localName, role, attributes, isInForm),
  };
}

/** In jsdom, to ask for each attribute that an element doesn't have takes long. */
function readAttributes(element: Element): Attributes {
  const found = new Map<string, string>();
  for (const name of element.getAttributeNames()) {
    if (attributesThatMatter.has(name)) found.set(name, element.getAttribute(name) ?? "");
  }
  return found;
}

function isRegion(localName: string, role: string, attributes: Attributes): boolean {
  return localName === "output" || attributes.has("aria-live") || /\b(alert|alertdialog|status|log)\b/.test(role);
}

function isHidden(element: Element, localName: string, attributes: Attributes): boolean {
  if (attributes.has("hidden") || (localName === "dialog" && !attributes.has("open"))) return true;
  if (attributes.get("aria-hidden") === "true" && isIcon(element)) return true;
  // Creating the style object of an element is slow in jsdom.
  if (!attributes.has("style")) return false;
  const { display, visibility } = (element as HTMLElement).style;
  return display === "none" || visibility === "hidden";
}

/** The name of an icon, which its font replaces with a picture. */
function isIcon(element: Element): boolean {
  return /\bmaterial-(?:icons|symbols)\b/.test(element.getAttribute("class") ?? "");
}

function isFolded(localName: string, around: Around): boolean {
  return around.isClosed && localName !== "summary";
}

function isDisabled(attributes: Attributes): boolean {
  return attributes.has("disabled") || attributes.get("aria-disabled") === "true";
}

function kindOf(localName: string, role: string, attributes: Attributes, isInForm: boolean): ActionKind | undefined {
  const type = attributes.get("type");
  switch (localName) {
    case "button":
      return type === "submit" || (type === undefined && (isInForm || attributes.has("form"))) ? "submit" : "button";
    case "input":
      return type === "submit" || type === "image" ? "submit" : undefined;
    default:
      if (role === "button") return "button";
      return role === "link" || (localName === "a" && attributes.has("href")) ? "link" : undefined;
  }
}
