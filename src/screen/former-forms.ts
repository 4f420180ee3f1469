import { readPage } from "./read-page.ts";

/**
 * The texts of forms that were removed. Many screens replace the form with a spinner while they wait, and bring it back
 * with the answer: then its heading and its hints are not what the screen says to the answer.
 */
export class FormerForms {
  readonly #observer: MutationObserver;
  readonly #texts = new Set<string>();

  constructor(root: Node) {
    this.#observer = new MutationObserver((records) => this.#keep(records));
    this.#observer.observe(root, { subtree: true, childList: true });
  }

  /** The texts so far. */
  get texts(): ReadonlySet<string> {
    this.#keep(this.#observer.takeRecords());
    return this.#texts;
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #keep(records: readonly MutationRecord[]): void {
    for (const { removedNodes } of records) {
      for (const node of removedNodes) if (isForm(node)) this.#keepTexts(node);
    }
  }

  #keepTexts(form: Element): void {
    for (const { text, region } of readPage(form).blocks) if (!region) this.#texts.add(text);
  }
}

function isForm(node: Node): node is Element {
  return node.nodeType === 1 && !node.isConnected && (node as Element).querySelector("input") !== null;
}
