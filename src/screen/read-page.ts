import { type ActionKind, type Around, nothingAround, ownTraits } from "./element-traits.ts";
import { isRendered } from "./is-rendered.ts";

/** A piece of text that reads as one: a paragraph, a list item, the text of a button. */
export interface TextBlock {
  readonly element: Element;
  readonly text: string;
  /** The innermost live region around it. */
  readonly region: Element | null;
  /** Hidden from assistive technology. */
  readonly isConcealed: boolean;
  /** The name of a control, and not a message. */
  readonly isName: boolean;
}

/** A visible button or link. */
export interface Action {
  readonly element: Element;
  readonly kind: ActionKind;
  readonly isDisabled: boolean;
  /** Hidden from assistive technology, as what is behind a dialog. */
  readonly isConcealed: boolean;
}

/** What is on a page at one moment. */
export interface PageReading {
  readonly blocks: readonly TextBlock[];
  /** Hidden ones included. */
  readonly regions: ReadonlySet<Element>;
  readonly shadowRoots: readonly ShadowRoot[];
  readonly actions: readonly Action[];
  /** The fields that the user can type in, and that have no text. */
  readonly emptyFields: ReadonlySet<Element>;
  /** Something is busy, or a progress bar is shown. */
  readonly isBusy: boolean;
}

/** Elements without text of their own to read. */
const skipped = setOf("script style template noscript head select textarea");

/** Elements that are part of a sentence. Any other element begins a block. */
const inline = setOf(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp slot small span strong sub sup time u var",
);

/** Also the space without a width, which keeps an empty line as high as one with text. */
const blank = /[\s\u200B]+/g;

interface OpenBlock {
  readonly element: Element;
  readonly around: Around;
  text: string;
}

/**
 * Reads an element as a browser renders it, open shadow roots included, in document order. jsdom and happy-dom have no
 * layout: there an element is hidden only by its attributes and its inline style, not by a style sheet.
 *
 * It is one pass because it runs after each change of a page: in jsdom, each selector costs more than the pass.
 */
export function readPage(root: Element): PageReading {
  const blocks: OpenBlock[] = [];
  const regions = new Set<Element>();
  const shadowRoots: ShadowRoot[] = [];
  const actions: Action[] = [];
  const emptyFields = new Set<Element>();
  let isBusy = false;

  const open = (element: Element, around: Around): OpenBlock => {
    const block = { element, around, text: "" };
    blocks.push(block);
    return block;
  };

  const readNode = (node: Node, block: OpenBlock, around: Around): void => {
    if (node.nodeType === 1) readElement(node as Element, block, around);
    else if (node.nodeType === 3 && !around.isHidden && !around.isClosed) block.text += node.nodeValue ?? "";
  };

  /** The children that a browser renders: those of a shadow root, and what a slot shows. */
  const readChildren = (element: Element, block: OpenBlock, around: Around): void => {
    const { shadowRoot } = element;
    if (shadowRoot) shadowRoots.push(shadowRoot);
    const assigned = element.localName === "slot" ? (element as HTMLSlotElement).assignedNodes() : [];
    for (const node of assigned) readNode(node, block, around);
    if (assigned.length > 0) return;
    // Faster than `childNodes` in jsdom.
    for (let node = (shadowRoot ?? element).firstChild; node; node = node.nextSibling) readNode(node, block, around);
  };

  const readElement = (element: Element, block: OpenBlock, outside: Around): void => {
    const { localName } = element;
    if (skipped.has(localName)) return;
    const own = ownTraits(element, localName, outside);
    const around = own?.around ?? outside;
    if (around.region === element) regions.add(element);
    if (own && !around.isHidden) {
      isBusy ||= own.isBusy;
      if (!around.isDisabled && isEmptyField(element)) emptyFields.add(element);
      if (own.kind && isRendered(element)) {
        actions.push({ element, kind: own.kind, isDisabled: around.isDisabled, isConcealed: around.isConcealed });
      }
    }
    if (inline.has(localName) && around.region !== element) {
      readChildren(element, block, around);
      return;
    }
    // A block, a line break or an image separates words.
    if (!around.isHidden) block.text += localName === "img" ? ` ${element.getAttribute("alt") ?? ""} ` : " ";
    readChildren(element, open(element, around), around);
  };

  readChildren(root, open(root, nothingAround), nothingAround);
  const isShown = visibilityIn(root);
  return {
    blocks: blocks.flatMap(({ element, text, around: { region, isConcealed, isName } }) => {
      const words = text.replaceAll(blank, " ").trim();
      return words !== "" && isShown(element) ? [{ element, text: words, region, isConcealed, isName }] : [];
    }),
    regions,
    shadowRoots,
    actions,
    emptyFields,
    isBusy,
  };
}

const otherInputs = setOf("button checkbox color file hidden image radio range reset submit");

function isEmptyField(element: Element): boolean {
  if (element.localName !== "input") return false;
  const { type, value } = element as HTMLInputElement;
  return value === "" && !otherInputs.has(type);
}

/** Asks for each element, but only once for those in an element that is not rendered: each question takes long. */
function visibilityIn(root: Element): (element: Element) => boolean {
  const hidden: Element[] = [];
  return (element) => {
    if (hidden.some((each) => each.contains(element))) return false;
    if (isRendered(element)) return true;
    // What is only invisible may have something visible in it.
    if (element.checkVisibility()) return false;
    let top = element;
    for (
      let each = element.parentElement;
      each && each !== root && !each.checkVisibility();
      each = each.parentElement
    ) {
      top = each;
    }
    hidden.push(top);
    return false;
  };
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
