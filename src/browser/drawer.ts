import { css, type CSSResult, html, LitElement, nothing, type TemplateResult } from "lit";
import { type Auth0Scenarios, defineAuth0Scenarios } from "../panel/auth0-scenarios.ts";
import { actionEvent, type PanelModel } from "../panel/model.ts";
import { theme } from "../panel/theme.ts";
import { closeIcon, drawerBaseStyles, mark } from "./drawer-base.ts";
import { buttonStyles, drawerButton } from "./drawer-button.ts";
import { notice, noticeStyles } from "./notice.ts";

const drawerStyles: CSSResult = css`
  #drawer {
    position: absolute;
    inset-block: 0;
    right: 0;
    display: flex;
    flex-direction: column;
    inline-size: min(480px, 100%);
    border-inline-start: 1px solid var(--line);
    background: var(--paper);
    box-shadow: 0 0 32px rgb(0 0 0 / 0.22);
    pointer-events: auto;
    overscroll-behavior: contain;
    transition: translate 0.18s cubic-bezier(0.2, 0, 0, 1);
  }

  #drawer:focus {
    outline: none;
  }

  @starting-style {
    #drawer {
      translate: 100%;
    }
  }

  .head {
    flex: none;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 6px 8px 6px 16px;
    padding-block-start: calc(6px + env(safe-area-inset-top, 0px));
    border-block-end: 1px solid var(--line);
  }

  .hint {
    margin-inline-start: auto;
    color: var(--quiet);
  }

  kbd {
    padding: 1px 5px;
    border: 1px solid var(--line);
    border-radius: 4px;
    font: 11px / 1.4 var(--mono);
  }

  auth0-scenarios {
    flex: 1;
    min-block-size: 0;
  }

  @media (hover: none) {
    .hint {
      visibility: hidden;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    #drawer {
      transition: none;
    }
  }
`;

/**
 * The switcher for any page: a floating button that shows the active scenarios, and a drawer. Alt+0 opens and closes
 * the drawer, Escape closes it. Then the focus returns to the previous element.
 */
export class Auth0Drawer extends LitElement {
  static override readonly styles: CSSResult[] = [theme, drawerBaseStyles, buttonStyles, noticeStyles, drawerStyles];

  static override readonly properties = {
    model: { attribute: false },
    problems: { attribute: false },
    open: { type: Boolean, reflect: true },
    place: { attribute: false },
  };

  declare model: PanelModel | undefined;
  /** The messages to show. */
  declare problems: readonly string[];
  declare open: boolean;
  /** How many other buttons are below this one. */
  declare place: number;

  onToggle: (open: boolean) => void = () => {};

  #previousFocus: Element | null = null;
  /** Created when the drawer is first opened, and kept with its filter and edits. */
  #switcher: Auth0Scenarios | undefined;

  constructor() {
    super();
    this.problems = [];
    this.open = false;
    this.place = 0;
    // Hide events from the page's own shortcuts, focus traps and "click outside" handlers.
    for (const type of ownEvents) this.addEventListener(type, stop, { passive: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // In the top layer it is above every z-index, and transforms of the page do not affect it.
    this.popover = "manual";
    this.showPopover?.();
    window.addEventListener("keydown", this.#onShortcut, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.#onShortcut, { capture: true });
  }

  protected override render(): TemplateResult {
    const { model, problems, open, place } = this;
    const toggle = (): void => this.#toggle(!open);
    return html`${model ? drawerButton({ model, open, place, onToggle: toggle }) : nothing}
    ${open || problems.length === 0 ? nothing : notice(problems, place, () => (this.problems = []))}
    ${
      model && open
        ? html`<div id="drawer" role="dialog" aria-label="Auth0 mock" tabindex="-1" @keydown=${this.#onKeydown}>
            <div class="head">
              ${mark()} <b>Auth0 mock</b>
              <span class="hint"><kbd>Alt</kbd> <kbd>0</kbd></span>
              <button
                type="button"
                class="close"
                aria-label="Close"
                title="Close (Escape)"
                @click=${() => this.#toggle(false)}
              >
                ${closeIcon()}
              </button>
            </div>
            ${this.#show(model, problems)}
          </div>`
        : nothing
    }`;
  }

  /** Only an open drawer is in the page, so that tests of the page find nothing in it. */
  #show(model: PanelModel, problems: readonly string[]): Auth0Scenarios {
    this.#switcher ??= document.createElement("auth0-scenarios");
    this.#switcher.model = model;
    this.#switcher.error = problems.join(" ");
    return this.#switcher;
  }

  #toggle(open: boolean): void {
    if (open === this.open) return;
    if (open) this.#previousFocus = document.activeElement;
    const isInside = this.shadowRoot?.activeElement != null;
    this.open = open;
    this.onToggle(open);
    void this.updateComplete.then(() => {
      if (open) this.#focusList();
      else if (isInside) this.#restoreFocus();
    });
  }

  #focusList(): void {
    const drawer = this.renderRoot.querySelector<HTMLElement>("#drawer");
    (this.#switcher?.renderRoot.querySelector<HTMLElement>("#list") ?? drawer)?.focus({ preventScroll: true });
  }

  #restoreFocus(): void {
    const previous = this.#previousFocus;
    const isElsewhere = previous instanceof HTMLElement && previous !== this && previous !== document.body;
    if (isElsewhere && previous.isConnected) previous.focus({ preventScroll: true });
    else this.renderRoot.querySelector<HTMLElement>("#toggle")?.focus({ preventScroll: true });
  }

  #onShortcut = (event: KeyboardEvent): void => {
    const { code, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
    // Compare the key's position: with Alt, a Mac types another character.
    if (code !== "Digit0" || !altKey || ctrlKey || metaKey || shiftKey || repeat || !this.model) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#toggle(!this.open);
  };

  #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.isComposing) this.#toggle(false);
  };
}

const ownEvents = (
  "click dblclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend wheel " +
  "keydown keyup keypress focusin focusout input change submit copy cut paste " +
  actionEvent
).split(" ");

function stop(event: Event): void {
  event.stopPropagation();
}

/** Registers `<auth0-drawer>` and its elements, unless they already are. */
export function defineAuth0Drawer(): void {
  defineAuth0Scenarios();
  if (!customElements.get("auth0-drawer")) customElements.define("auth0-drawer", Auth0Drawer);
}
