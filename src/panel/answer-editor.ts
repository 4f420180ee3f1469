import { css, type CSSResult, html, nothing, type ReactiveControllerHost, type TemplateResult } from "lit";
import type { CustomScenario } from "../catalog/scenario-id.ts";
import { button } from "./buttons.ts";
import { scenariosCode } from "./code-lines.ts";
import { copyable, type Copying } from "./copyable.ts";
import { type Edit, filled } from "./edit.ts";
import type { Row } from "./row.ts";
import type { Selection } from "./selection.ts";

/** Styles of the editor. */
export const answerStyles: CSSResult = css`
  .answer-editor {
    display: grid;
    gap: 0.4em;
  }

  .answer-editor > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }

  .answer-editor label {
    display: grid;
    font-weight: 550;
  }

  .answer-editor textarea {
    font-weight: 400;
  }

  .answer-editor .status-field {
    width: 6em;
  }

  .answer-editor .name-field {
    flex: 1;
    min-width: 12em;
  }

  .answer-editor textarea.body {
    min-height: 7em;
    max-height: 24em;
  }

  .code-block {
    display: flex;
    gap: 0.25em;
    align-items: start;
    white-space: pre-wrap;
  }

  .code-block .copyable {
    flex: 1;
  }
`;

/** An answer while the user edits it, as text. */
interface Draft {
  readonly of: Row;
  readonly name: string;
  readonly status: string;
  readonly headers: string;
  readonly body: string;
}

/** Edits the status, headers and body of an answer. The result is a custom scenario. */
export class AnswerEditor {
  readonly #host: ReactiveControllerHost;
  #draft: Draft | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Whether this row is edited. */
  isOpenFor(row: Row): boolean {
    return this.#draft?.of.id === row.id;
  }

  open(row: Row, edit: Edit): void {
    const { scenario, name } = row;
    if (!scenario) return;
    const isOwn = scenario.source === ownSource;
    this.#set({
      of: row,
      name: isOwn ? name : `my-${name}`,
      status: String(scenario.status ?? ""),
      headers: Object.entries(scenario.headers)
        .map(([header, value]) => `${header}: ${filled(value, scenario, edit)}`)
        .join("\n"),
      body: pretty(filled(scenario.body ?? "{}", scenario, edit)),
    });
  }

  render(copying: Copying, onUse: (selection: Selection) => void): TemplateResult | typeof nothing {
    const draft = this.#draft;
    if (!draft) return nothing;
    const change = (part: keyof Draft) => (event: Event) =>
      this.#set({ ...draft, [part]: (event.target as HTMLInputElement).value });
    const selection = toSelection(draft);
    const submit = (event: Event): void => {
      event.preventDefault();
      this.#set(undefined);
      onUse(selection);
    };
    return html`<form class="answer-editor" aria-label="Edit the answer" @submit=${submit}>
      <div>
        <label class="status-field"
          >status
          <input
            type="number"
            min="200"
            max="599"
            placeholder="none"
            title="Empty for a network error"
            .value=${draft.status}
            @input=${change("status")}
          />
        </label>
        <label class="name-field"
          >id
          <input
            required
            pattern="[^\\s,\\/][^,\\/]*"
            spellcheck="false"
            .value=${draft.name}
            @input=${change("name")}
          />
        </label>
      </div>
      <label
        >headers
        <textarea
          rows="2"
          spellcheck="false"
          placeholder="retry-after: 5"
          .value=${draft.headers}
          @input=${change("headers")}
        ></textarea>
      </label>
      <label
        >body
        <textarea class="body" rows="6" spellcheck="false" .value=${draft.body} @input=${change("body")}></textarea>
      </label>
      ${isJson(draft.body) ? nothing : html`<p class="small quiet" role="status">This is not a JSON object. It is sent as text.</p>`}
      <div>
        <button class="button primary">Use this answer</button>
        ${button("Cancel", { onClick: () => this.#set(undefined) })}
      </div>
      <h3>Custom scenario</h3>
      <div class="message code-block">${copyable("the custom scenario", scenariosCode(selection), copying)}</div>
    </form>`;
  }

  #set(draft: Draft | undefined): void {
    this.#draft = draft;
    this.#host.requestUpdate();
  }
}

const ownSource = "your own scenario";

/** Switches on the custom scenario, and defines it. */
function toSelection({ of: { endpoint, scenario }, name, status, headers, body }: Draft): Selection {
  const custom: CustomScenario = {
    ...(scenario && scenario.kind !== "failure" && { kind: scenario.kind }),
    status: status.trim() === "" ? null : Number(status),
    ...(headers.trim() !== "" && { headers: readHeaders(headers) }),
    ...(body.trim() !== "" && { body: readJson(body) ?? body }),
  };
  return { activations: [`${endpoint}/${name}`], scenarios: { [endpoint]: { [name]: custom } } };
}

function readHeaders(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const [name = "", ...value] = line.split(":");
      return [name.trim(), value.join(":").trim()];
    }),
  );
}

function isJson(text: string): boolean {
  return text.trim() === "" || readJson(text) !== undefined;
}

function readJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === "object" && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function pretty(text: string): string {
  const json = readJson(text);
  return json ? JSON.stringify(json, null, 2) : text;
}
