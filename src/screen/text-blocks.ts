/** A piece of text that reads as one: a paragraph, a list item, the text of a button. */
export interface TextBlock {
  readonly element: Element;
  readonly text: string;
}

/** Elements without text of their own to read. */
const skipped = setOf("script style template noscript head select textarea");

/** Elements that are part of a sentence. Any other element begins a block. */
const inline = setOf(
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp slot small span strong sub sup time u var",
);

/**
 * The visible text in an element, open shadow roots included, in document order. jsdom and happy-dom have no layout:
 * there an element is hidden only by its attributes and its inline style, not by a style sheet.
 */
export function textBlocks(root: Element): TextBlock[] {
  const blocks: { element: Element; text: string }[] = [];
  const open = (element: Element): { element: Element; text: string } => {
    const block = { element, text: "" };
    blocks.push(block);
    return block;
  };
  const read = (node: Node, block: { text: string }): void => {
    for (const child of childrenOf(node)) {
      if (child.nodeType === 3) block.text += child.nodeValue ?? "";
      else if (child.nodeType === 1) readElement(child as Element, block);
    }
  };
  const readElement = (element: Element, block: { text: string }): void => {
    const { localName } = element;
    if (skipped.has(localName) || isHidden(element)) return;
    if (inline.has(localName)) {
      read(element, block);
      return;
    }
    // A block, a line break or an image separates words.
    block.text += localName === "img" ? ` ${element.getAttribute("alt")} ` : " ";
    read(element, open(element));
  };
  read(root, open(root));
  return blocks.flatMap(({ element, text }) => {
    const words = text.replaceAll(/\s+/g, " ").trim();
    return words !== "" && isRendered(element) ? [{ element, text: words }] : [];
  });
}

/** The children that a browser renders: those of a shadow root, and what a slot shows. */
function* childrenOf(node: Node): Generator<Node> {
  const assigned = (node as Partial<Element>).localName === "slot" ? (node as HTMLSlotElement).assignedNodes() : [];
  if (assigned.length > 0) yield* assigned;
  else {
    // Faster than `childNodes` in jsdom.
    const parent = (node as Partial<Element>).shadowRoot ?? node;
    for (let child = parent.firstChild; child; child = child.nextSibling) yield child;
  }
}

function isHidden(element: Element): boolean {
  const { localName, parentElement } = element;
  if (element.hasAttribute("hidden") || (localName === "dialog" && !element.hasAttribute("open"))) return true;
  if (parentElement?.localName === "details" && !parentElement.hasAttribute("open")) return localName !== "summary";
  // Creating the style object of an element is slow in jsdom.
  if (!element.hasAttribute("style")) return false;
  const { display, visibility } = (element as HTMLElement).style;
  return display === "none" || visibility === "hidden";
}

/** Whether an element is visible itself, with all elements around it. */
export function isVisible(element: Element): boolean {
  for (let each: Element | null = element; each; each = each.parentElement) if (isHidden(each)) return false;
  return isRendered(element);
}

/** Asks a browser that has layout. */
function isRendered(element: Element): boolean {
  return element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
