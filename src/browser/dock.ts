import { css, type CSSResult, LitElement, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { defineAuth0Scenarios } from "../panel/auth0-scenarios.ts";
import type { PanelModel } from "../panel/model.ts";
import { dockHead, headStyles } from "./dock-head.ts";
import { separator, separatorStyles } from "./dock-separator.ts";
import { DockedPage } from "./docked-page.ts";
import { controlStyles } from "./drawer-base.ts";
import { linkTo } from "./kept-switches.ts";
import { type Dock, dockIn, isNarrow, type Layout } from "./layout.ts";

const dockStyles: CSSResult = css`
  :host {
    position: absolute;
    display: flex;
    flex-direction: column;
    border: 0 solid var(--line);
    background: var(--paper);
    box-shadow: 0 0 12px rgb(0 0 0 / 0.12);
    pointer-events: auto;
    overscroll-behavior: contain;
    container: dock / inline-size;
    transition: translate 0.18s cubic-bezier(0.2, 0, 0, 1);
  }

  :host(:focus) {
    outline: none;
  }

  :host([data-side="right"]) {
    inset: 0 0 0 auto;
    inline-size: var(--dock-size);
    border-left-width: 1px;
  }

  :host([data-side="left"]) {
    inset: 0 auto 0 0;
    inline-size: var(--dock-size);
    border-right-width: 1px;
  }

  :host([data-side="bottom"]) {
    inset: auto 0 0;
    block-size: var(--dock-size);
    padding-block-end: env(safe-area-inset-bottom, 0px);
    border-top-width: 1px;
  }

  @starting-style {
    :host([data-side="right"]) {
      translate: 100%;
    }

    :host([data-side="left"]) {
      translate: -100%;
    }

    :host([data-side="bottom"]) {
      translate: 0 100%;
    }
  }

  auth0-scenarios {
    flex: 1;
    min-block-size: 0;
    isolation: isolate;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      transition: none;
    }
  }
`;

/** The open drawer, beside the page. It is loaded with the switcher in it when it is first opened. */
export class Auth0Dock extends LitElement {
  static override readonly styles: CSSResult[] = [controlStyles, separatorStyles, headStyles, dockStyles];

  static override readonly properties = {
    model: { attribute: false },
    problems: { attribute: false },
    layout: { attribute: false },
    isButtonHidden: { attribute: false },
  };

  declare model: PanelModel | undefined;
  /** The messages to show. */
  declare problems: readonly string[];
  declare layout: Layout;
  declare isButtonHidden: boolean;

  onClose: () => void = () => {};
  onArrange: (change: Partial<Layout>) => void = () => {};
  onHideButton: (isHidden: boolean) => void = () => {};

  /** Kept with its filter and edits while the drawer is closed. */
  readonly #switcher = document.createElement("auth0-scenarios");
  readonly #page = new DockedPage();

  constructor() {
    super();
    this.#switcher.linkTo = linkTo;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("keydown", this.#onKeydown);
    window.addEventListener("resize", this.#onResize);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("resize", this.#onResize);
    this.#page.release();
  }

  /** Moves the focus to the list of scenarios. */
  focusList(): void {
    (this.#switcher.renderRoot.querySelector<HTMLElement>("#list") ?? this).focus({ preventScroll: true });
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    return (await this.#switcher.updateComplete) && isComplete;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("model")) this.#switcher.model = this.model;
    if (changed.has("problems")) this.#switcher.error = this.problems.join(" ");
  }

  protected override render(): TemplateResult {
    const dock = this.#dock;
    return html`${separator(dock, (size) => this.onArrange({ [dock.dimension]: size }))}
    ${dockHead({
      side: dock.side,
      isMovable: !isNarrow(viewport()),
      isButtonHidden: this.isButtonHidden,
      onMove: (side) => this.onArrange({ side }),
      onHideButton: this.onHideButton,
      onClose: this.onClose,
    })}
    ${this.model ? this.#switcher : nothing}`;
  }

  protected override updated(): void {
    const dock = this.#dock;
    this.dataset["side"] = dock.side;
    this.style.setProperty("--dock-size", `${dock.size}px`);
    if (this.isConnected) this.#page.dock(dock);
  }

  get #dock(): Dock {
    return dockIn(viewport(), this.layout);
  }

  #onResize = (): void => this.requestUpdate();

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.isComposing) this.onClose();
  };
}

function viewport(): { readonly width: number; readonly height: number } {
  return { width: innerWidth, height: innerHeight };
}

/** Creates the drawer's element, and registers it unless it already is. */
export function createDock(): Auth0Dock {
  defineAuth0Scenarios();
  if (!customElements.get("auth0-dock")) customElements.define("auth0-dock", Auth0Dock);
  const dock = new Auth0Dock();
  dock.id = "drawer";
  dock.role = "dialog";
  dock.ariaLabel = "Auth0 mock";
  dock.tabIndex = -1;
  return dock;
}
