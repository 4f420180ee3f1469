import { css, type CSSResult, html, LitElement, nothing, type TemplateResult } from "lit";
import { messageOf } from "../catalog/show-value.ts";
import { actionEvent, type PanelModel } from "../panel/model.ts";
import { theme } from "../panel/theme.ts";
import { ButtonMoves } from "./button-moves.ts";
import type { Auth0Dock } from "./dock.ts";
import { controlStyles, hostStyles } from "./drawer-base.ts";
import { buttonStyles, drawerButton } from "./drawer-button.ts";
import { keepLayout, readLayout } from "./kept-layout.ts";
import type { Layout } from "./layout.ts";
import { notice, noticeStyles } from "./notice.ts";

const cornerStyles: CSSResult = css`
  /* The button, and the notice between it and the middle of the page. */
  .corner {
    --place-offset: calc(16px + var(--place) * 76px);

    position: absolute;
    inset: 0 var(--auth0-docked-right, 0px) var(--auth0-docked-bottom, 0px) var(--auth0-docked-left, 0px);
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: 12px;
    padding: calc(16px + env(safe-area-inset-top, 0px)) calc(16px + env(safe-area-inset-right, 0px))
      calc(16px + env(safe-area-inset-bottom, 0px)) calc(16px + env(safe-area-inset-left, 0px));
  }

  .corner[data-corner$="left"] {
    align-items: start;
  }

  .corner[data-corner$="right"] {
    align-items: end;
  }

  .corner[data-corner^="bottom"] {
    padding-block-end: calc(var(--place-offset) + env(safe-area-inset-bottom, 0px));
  }

  .corner[data-corner^="top"] {
    flex-direction: column-reverse;
    padding-block-start: calc(var(--place-offset) + env(safe-area-inset-top, 0px));
  }
`;

/**
 * The switcher for any page: a floating button that shows the active scenarios, and a drawer beside the page. Alt+0
 * opens and closes the drawer, Escape closes it. Then the focus returns to the previous element.
 */
export class Auth0Drawer extends LitElement {
  static override readonly styles: CSSResult[] = [
    theme,
    hostStyles,
    controlStyles,
    cornerStyles,
    buttonStyles,
    noticeStyles,
  ];

  static override readonly properties = {
    model: { attribute: false },
    problems: { attribute: false },
    isIgnored: { attribute: false },
    isButtonHidden: { attribute: false },
    layout: { attribute: false },
    place: { attribute: false },
    open: { type: Boolean, reflect: true },
  };

  declare model: PanelModel | undefined;
  /** The messages to show. */
  declare problems: readonly string[];
  /** Whether a scenario was not switched on when the page was loaded. */
  declare isIgnored: boolean;
  declare isButtonHidden: boolean;
  declare layout: Layout;
  /** How many other buttons are between this one and the edge of the page. */
  declare place: number;
  /** Change it with `show` and `close`. */
  declare open: boolean;

  onToggle: (open: boolean) => void = () => {};
  onHideButton: (isHidden: boolean) => void = () => {};

  #previousFocus: Element | null = null;
  /** Created when the drawer is first opened. It is in the page only while it is open. */
  #dock: Auth0Dock | undefined;
  #isOpening = false;
  readonly #moves = new ButtonMoves((corner) => {
    this.#arrange({ corner });
    return this.updateComplete;
  });

  constructor() {
    super();
    this.problems = [];
    this.isIgnored = false;
    this.isButtonHidden = false;
    this.layout = readLayout();
    this.place = 0;
    this.open = false;
    // Hide events from the page's own shortcuts, focus traps and "click outside" handlers.
    for (const type of ownEvents) this.addEventListener(type, stop, { passive: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // In the top layer it is above every z-index, and transforms of the page do not affect it.
    this.popover = "manual";
    this.showPopover?.();
    window.addEventListener("keydown", this.#onShortcut, { capture: true });
    stackButtons();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.#onShortcut, { capture: true });
    stackButtons();
  }

  /** Opens the drawer. Its code is loaded when it is first opened. */
  async show({ focus = false } = {}): Promise<void> {
    this.#isOpening = true;
    const dock = await this.#load();
    const isClosedAgain = !this.#isOpening;
    this.#isOpening = false;
    if (!dock || isClosedAgain || !this.isConnected || !this.model) return;

    // There is room for one drawer.
    for (const other of allDrawers()) if (other !== this) other.close();
    this.#previousFocus = document.activeElement;
    this.open = true;
    this.onToggle(true);
    await this.updateComplete;
    await dock.updateComplete;
    // The drawer may now be where the user was.
    this.#focusedInPage?.scrollIntoView({ block: "nearest" });
    if (focus) dock.focusList();
  }

  close(): void {
    this.#isOpening = false;
    if (!this.open) return;
    const isInside = this.shadowRoot?.activeElement != null;
    this.open = false;
    this.onToggle(false);
    if (isInside) void this.updateComplete.then(() => this.#restoreFocus());
  }

  protected override willUpdate(): void {
    const { model, problems, layout, isButtonHidden } = this;
    if (this.#dock) Object.assign(this.#dock, { model, problems, layout, isButtonHidden });
  }

  protected override render(): TemplateResult {
    const { model, problems, open, isIgnored } = this;
    const { corner } = this.layout;
    const button = model && !this.isButtonHidden && { model, open, isIgnored, corner };
    return html`<div class="corner" data-corner=${corner} style="--place: ${this.place}">
        ${open || problems.length === 0 ? nothing : notice(problems, () => (this.problems = []))}
        ${button ? drawerButton({ ...button, moves: this.#moves, onToggle: () => this.#toggle() }) : nothing}
      </div>
      ${open ? this.#dock : nothing}`;
  }

  #toggle(): void {
    if (this.open || this.#isOpening) this.close();
    else void this.show({ focus: true });
  }

  async #load(): Promise<Auth0Dock | undefined> {
    try {
      const { createDock } = await import("./dock.ts");
      this.#dock ??= Object.assign(createDock(), {
        onClose: () => this.close(),
        onArrange: (change: Partial<Layout>) => this.#arrange(change),
        onHideButton: (isHidden: boolean) => this.onHideButton(isHidden),
      });
      return this.#dock;
    } catch (error) {
      const problem =
        `Failed to load the switcher: ${messageOf(error)}. ` +
        "Check that your development server is running, then reload this page.";
      this.problems = [...this.problems.filter((each) => each !== problem), problem];
      return undefined;
    }
  }

  #arrange(change: Partial<Layout>): void {
    const layout = { ...this.layout, ...change };
    keepLayout(layout);
    for (const drawer of allDrawers()) drawer.layout = layout;
  }

  /** The element of the page that had the focus when the drawer was opened. */
  get #focusedInPage(): HTMLElement | undefined {
    const previous = this.#previousFocus;
    const isInPage = previous instanceof HTMLElement && previous !== this && previous !== document.body;
    return isInPage && previous.isConnected ? previous : undefined;
  }

  #restoreFocus(): void {
    const element = this.#focusedInPage ?? this.renderRoot.querySelector<HTMLElement>("#toggle");
    element?.focus({ preventScroll: true });
  }

  #onShortcut = (event: KeyboardEvent): void => {
    const { code, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
    // Compare the key's position: with Alt, a Mac types another character.
    if (code !== "Digit0" || !altKey || ctrlKey || metaKey || shiftKey || repeat || !this.model) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#toggle();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "auth0-drawer": Auth0Drawer;
  }
}

const ownEvents = (
  "click dblclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend wheel " +
  "keydown keyup keypress focusin focusout input change submit copy cut paste " +
  actionEvent
).split(" ");

function stop(event: Event): void {
  event.stopPropagation();
}

/** The drawers of all mocks on the page. */
export function allDrawers(): NodeListOf<Auth0Drawer> {
  return document.querySelectorAll("auth0-drawer");
}

/** The buttons of several mocks are above each other, and move together. */
function stackButtons(): void {
  for (const [place, drawer] of allDrawers().entries()) drawer.place = place;
}

/** Registers `<auth0-drawer>`, unless it already is. */
export function defineAuth0Drawer(): void {
  if (!customElements.get("auth0-drawer")) customElements.define("auth0-drawer", Auth0Drawer);
}
