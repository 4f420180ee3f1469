import type { Dock } from "./layout.ts";

/** Makes room for the drawer, so that it covers nothing of the page. */
export class DockedPage {
  // A style sheet of its own is removed without a trace. A `style` attribute would break hydration of `<html>`.
  readonly #sheet = new CSSStyleSheet();

  dock(dock: Dock): void {
    this.#sheet.replaceSync(`@media screen { :root:root { ${declarations(dock)} } }`);
    if (!document.adoptedStyleSheets.includes(this.#sheet)) document.adoptedStyleSheets.push(this.#sheet);
  }

  release(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
  }
}

function declarations({ side, size }: Dock): string {
  const declared = {
    // With a width of 100 %, a margin would push the page out of the window.
    left: { "margin-left": `${size}px`, width: "auto", "min-width": "0" },
    right: { "margin-right": `${size}px`, width: "auto", "min-width": "0" },
    // A height of 100 % includes the padding. The browser scrolls what gets the focus above the drawer.
    bottom: { "padding-bottom": `${size}px`, "box-sizing": "border-box", "scroll-padding-bottom": `${size}px` },
  }[side];
  // The buttons of other mocks keep to the rest of the page.
  return Object.entries({ ...declared, [`--auth0-docked-${side}`]: `${size}px` })
    .map(([name, value]) => `${name}: ${value} !important;`)
    .join(" ");
}
