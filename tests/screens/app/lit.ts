import { html, LitElement, nothing, type TemplateResult } from "lit";
import { type SeededScreen, sentenceFor, signIn, SignInError } from "./screen.ts";

// Web components: everything is in a shadow root, and the message in another one.

class FormMessage extends LitElement {
  static override properties = { announces: { type: Boolean } };
  declare announces: boolean;

  override render(): TemplateResult {
    return this.announces
      ? html`<div role="alert"><slot></slot></div>`
      : html`<span class="error"><slot></slot></span>`;
  }
}
customElements.define("x-form-message", FormMessage);

abstract class SignInElement extends LitElement {
  static override properties = { error: { state: true }, isSending: { state: true } };
  declare error: unknown;
  declare isSending: boolean;

  async submit(event: Event): Promise<void> {
    event.preventDefault();
    this.error = undefined;
    this.isSending = true;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    try {
      await signIn(data.get("email") as string, data.get("password") as string);
    } catch (error) {
      this.error = error;
    }
    this.isSending = false;
  }

  get canSend(): boolean {
    return !this.isSending;
  }

  override render(): TemplateResult {
    return html`
      <form @submit=${(event: Event) => this.submit(event)} novalidate>
        <h1>Sign in</h1>
        <label>Email <input name="email" type="email" /></label>
        <label>Password <input name="password" type="password" /></label>
        ${this.message()}
        <button ?disabled=${!this.canSend}>Sign in</button>
      </form>
      <slot></slot>
    `;
  }

  abstract message(): TemplateResult | typeof nothing;
}

class OnlyLogs extends SignInElement {
  message(): typeof nothing {
    // Many products send it to a log here, and show nothing.
    return nothing;
  }
}

class ShowsJson extends SignInElement {
  message(): TemplateResult | typeof nothing {
    if (!this.error) return nothing;
    const details = this.error instanceof SignInError ? JSON.stringify(this.error.body) : "No connection.";
    return html`<x-form-message announces>Sign-in failed: ${details}</x-form-message>`;
  }
}

class OnlyRed extends SignInElement {
  message(): TemplateResult | typeof nothing {
    return this.error ? html`<x-form-message>${sentenceFor(this.error)}</x-form-message>` : nothing;
  }
}

class SaysAll extends SignInElement {
  message(): TemplateResult | typeof nothing {
    return this.error ? html`<x-form-message announces>${sentenceFor(this.error)}</x-form-message>` : nothing;
  }
}

class OnlyOnce extends SaysAll {
  override get canSend(): boolean {
    return !this.isSending && !this.error;
  }
}

class SaysSorry extends SignInElement {
  message(): TemplateResult | typeof nothing {
    return this.error ? html`<x-form-message announces>Sorry, that did not work.</x-form-message>` : nothing;
  }
}

/** The region is in the shadow root all the time. */
class HasRegion extends SignInElement {
  message(): TemplateResult {
    return html`<div aria-live="polite">${this.error ? sentenceFor(this.error) : ""}</div>`;
  }
}

/** The message gets the focus. */
class MovesFocus extends SignInElement {
  message(): TemplateResult | typeof nothing {
    return this.error ? html`<p class="error" tabindex="-1">${sentenceFor(this.error)}</p>` : nothing;
  }

  override updated(): void {
    this.shadowRoot?.querySelector<HTMLElement>(".error")?.focus();
  }
}

function screen(name: string, fault: SeededScreen["fault"], element: new () => SignInElement): SeededScreen {
  const tag = `x-${name.replaceAll(" ", "-")}`;
  customElements.define(tag, element);
  return {
    name: `Lit: ${name}`,
    fault,
    mount(root) {
      root.append(document.createElement(tag));
      return () => root.replaceChildren();
    },
  };
}

export const litScreens: readonly SeededScreen[] = [
  screen("only logs", "silent", OnlyLogs),
  screen("shows json", "raw", ShowsJson),
  screen("only red", "not announced", OnlyRed),
  screen("only once", "dead end", OnlyOnce),
  screen("says sorry", "shared", SaysSorry),
  screen("correct alert", "none", SaysAll),
  screen("correct region", "none", HasRegion),
  screen("correct focus", "none", MovesFocus),
];
