import { html, LitElement, nothing, type TemplateResult } from "lit";
import { endpoints } from "../../scenarios/scenario.ts";
import { type Auth0Scenarios, defineAuth0Scenarios } from "../panel/auth0-scenarios.ts";
import { actionEvent, type PanelModel } from "../panel/model.ts";
import { theme } from "../panel/theme.ts";
import { drawerStyles } from "./drawer-styles.ts";

/**
 * The switcher for any page: a floating button that says what is switched on, and the drawer that it
 * opens. Alt+0 opens and closes it, Escape closes it, and the focus goes back to where it was.
 */
export class Auth0Drawer extends LitElement {
  static override readonly styles = [theme, drawerStyles];

  static override readonly properties = {
    model: { attribute: false },
    problems: { attribute: false },
    open: { type: Boolean, reflect: true },
    place: { attribute: false },
  };

  declare model: PanelModel | undefined;
  /** What is wrong, in sentences. */
  declare problems: readonly string[];
  declare open: boolean;
  /** How many other buttons are below this one. */
  declare place: number;

  onToggle: (open: boolean) => void = () => {};

  #before: Element | null = null;

  constructor() {
    super();
    this.problems = [];
    this.open = false;
    this.place = 0;
    // The page's own shortcuts, focus traps and "click outside" are not for what happens in here.
    for (const type of ownEvents) this.addEventListener(type, stop, { passive: true });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The top layer: over every z-index, and out of reach of a transform on the page's root.
    this.popover = "manual";
    this.showPopover?.();
    window.addEventListener("keydown", this.#onShortcut, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.#onShortcut, { capture: true });
  }

  protected override render(): TemplateResult {
    const { model, problems, open } = this;
    return html`${model ? this.#button(model) : nothing} ${open || problems.length === 0 ? nothing : this.#notice()}
    ${
      model
        ? html`<div
            id="drawer"
            role="dialog"
            aria-label="Auth0 mock"
            tabindex="-1"
            ?inert=${!open}
            @keydown=${this.#onKeydown}
          >
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
                ${cross()}
              </button>
            </div>
            <auth0-scenarios .model=${model} .error=${problems.join(" ")}></auth0-scenarios>
          </div>`
        : nothing
    }`;
  }

  #button(model: PanelModel): TemplateResult {
    const forced = forcedIn(model);
    return html`<button
      type="button"
      id="toggle"
      class=${forced.length > 0 ? "forced" : ""}
      style="--place: ${this.place}"
      aria-expanded=${this.open}
      aria-controls="drawer"
      aria-keyshortcuts="Alt+0"
      title=${["Auth0 mock (Alt+0)", ...Object.values(model.active)].join("\n")}
      @click=${() => this.#toggle(!this.open)}
    >
      ${mark()} ${forced.length === 0 ? html`<span>Auth0 mock: live</span>` : this.#answers(forced)}
    </button>`;
  }

  #answers(forced: readonly Forced[]): TemplateResult {
    return html`<span class="only-heard">Auth0 mock:</span>
      <span class="answers">
        ${forced.map(
          ({ status, endpoint, name }) =>
            html`<span class="answer">
              <span class="status" data-class=${classOf(status)}>${status ?? "–––"}</span>
              <span class="name"><span class="endpoint">${endpoint}/</span>${name}</span>
            </span>`,
        )}
      </span>`;
  }

  #notice(): TemplateResult {
    return html`<div class="notice" style="--place: ${this.place}" role="alert">
      <div>${this.problems.map((problem) => html`<p>${problem}</p>`)}</div>
      <button type="button" class="close" aria-label="Dismiss" @click=${() => (this.problems = [])}>
        ${cross()}
      </button>
    </div>`;
  }

  #toggle(open: boolean): void {
    if (open === this.open) return;
    if (open) this.#before = document.activeElement;
    const isInside = this.shadowRoot?.activeElement != null;
    this.open = open;
    this.onToggle(open);
    void this.updateComplete.then(() => {
      if (open) this.#enter();
      else if (isInside) this.#goBack();
    });
  }

  #enter(): void {
    const switcher = this.renderRoot.querySelector<Auth0Scenarios>("auth0-scenarios");
    const drawer = this.renderRoot.querySelector<HTMLElement>("#drawer");
    (switcher?.renderRoot.querySelector<HTMLElement>("#list") ?? drawer)?.focus({ preventScroll: true });
  }

  #goBack(): void {
    const before = this.#before;
    const isElsewhere = before instanceof HTMLElement && before !== this && before !== document.body;
    if (isElsewhere && before.isConnected) before.focus({ preventScroll: true });
    else this.renderRoot.querySelector<HTMLElement>("#toggle")?.focus({ preventScroll: true });
  }

  #onShortcut = (event: KeyboardEvent): void => {
    const { code, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
    // By its place on the keyboard: with Alt held, a Mac types something else there.
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

interface Forced {
  readonly endpoint: string;
  readonly name: string;
  readonly status: number | null;
}

/** What is switched on, the tenant's endpoints left out. */
function forcedIn({ active, scenarios }: PanelModel): Forced[] {
  return endpoints
    .filter((endpoint) => active[endpoint] !== `${endpoint}/live`)
    .map((endpoint) => ({
      endpoint,
      name: active[endpoint].slice(endpoint.length + 1),
      status: scenarios.find(({ id }) => id === active[endpoint])?.status ?? null,
    }));
}

function classOf(status: number | null): string {
  return status === null ? "none" : String(Math.floor(status / 100));
}

function mark(): TemplateResult {
  return html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 1.2 13.6 3v4.3c0 3.6-2.2 6.1-5.6 7.5-3.4-1.4-5.6-3.9-5.6-7.5V3Z" />
    <path d="M8 5v3.4m0 2.4v.1" />
  </svg>`;
}

function cross(): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="m4 4 8 8m0-8-8 8" /></svg>`;
}

/** Makes `<auth0-drawer>` and what is in it known to the page, once. */
export function defineAuth0Drawer(): void {
  defineAuth0Scenarios();
  if (!customElements.get("auth0-drawer")) customElements.define("auth0-drawer", Auth0Drawer);
}
