import { css, html, nothing, type TemplateResult } from "lit";
import type { Endpoint } from "../../scenarios/types.ts";
import type { CustomScenario } from "../catalog/scenario-id.ts";
import type { Scenario } from "../catalog/scenario.ts";
import { button } from "./buttons.ts";
import { scenariosCode } from "./code-lines.ts";
import { copyable, type Copying } from "./copyable.ts";
import type { Edit } from "./edit.ts";
import type { Row } from "./row.ts";
import type { Selection } from "./selection.ts";

const styles = css`
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
export interface Draft {
  readonly of: Row;
  /** The params that the form had. */
  readonly edit: Edit;
  readonly name: string;
  readonly status: string;
  readonly headers: string;
  readonly body: string;
}

/** What the form does. */
export interface AnswerActions {
  readonly onChange: (draft: Draft) => void;
  readonly onUse: (selection: Selection) => void;
  readonly onCancel: () => void;
}

/** The answer of a row, as it is. */
export function toDraft(of: Row, scenario: Scenario<string>, edit: Edit): Draft {
  return {
    of,
    edit,
    name: scenario.source === ownSource ? of.name : `my-${of.name}`,
    status: String(scenario.status ?? ""),
    headers: Object.entries({ ...scenario.headers, ...edit.headers })
      .map(([header, value]) => `${header}: ${value}`)
      .join("\n"),
    body: pretty(scenario.kind === "success" ? successBodies[of.endpoint] : bodyOf(scenario)),
  };
}

/** The form of a draft, with the code of the custom scenario that it makes. */
export function answerForm(
  draft: Draft,
  copying: Copying,
  { onChange, onUse, onCancel }: AnswerActions,
): TemplateResult {
  const change = (part: "name" | "status" | "headers" | "body") => (event: Event) =>
    onChange({ ...draft, [part]: (event.target as HTMLInputElement).value });
  const selection = toSelection(draft);
  const submit = (event: Event): void => {
    event.preventDefault();
    onUse(selection);
  };
  return html`<style>
      ${styles}
    </style>
    <form class="answer-editor" aria-label="Edit the answer" @submit=${submit}>
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
        ${button("Cancel", { onClick: () => onCancel() })}
      </div>
      <h3>Custom scenario</h3>
      <div class="message code-block">${copyable("the custom scenario", scenariosCode(selection), copying)}</div>
    </form>`;
}

/** The tenant generates the real ones for each request. */
const successBodies: Readonly<Record<Endpoint, string>> = {
  "oauth-ro": '{ "access_token": "an-access-token", "id_token": "an.id.token", "token_type": "bearer" }',
  "passwordless-start": '{ "_id": "5f7c8ec7c33c6c004bbafe82", "email": "ada@example.com", "email_verified": false }',
};

const ownSource = "your own scenario";

/** Switches on the custom scenario, and defines it. Its placeholders keep their params. */
function toSelection({ of: { endpoint, scenario }, edit, name, status, headers, body }: Draft): Selection {
  const custom: CustomScenario = {
    ...(scenario && scenario.kind !== "failure" && { kind: scenario.kind }),
    status: status.trim() === "" ? null : Number(status),
    ...(headers.trim() !== "" && { headers: readHeaders(headers) }),
    ...(body.trim() !== "" && { body: readJson(body) ?? body }),
  };
  const params = Object.entries({ ...scenario?.params, ...edit.params }).filter(([param]) =>
    `${headers} ${body}`.includes(`{${param}}`),
  );
  const withParams = params.length > 0 ? { ...custom, params: Object.fromEntries(params) } : custom;
  const id = name.trim();
  return { activations: [`${endpoint}/${id}`], scenarios: { [endpoint]: { [id]: withParams } } };
}

/** The default body, with the placeholders of its description. */
function bodyOf({ body, template, description }: Scenario<string>): string {
  const json = readJson(body ?? "{}");
  if (!json || json["error_description"] !== description || template === null) return body ?? "";
  return JSON.stringify({ ...json, error_description: template });
}

/** One header a line. The values of a repeated name are joined, as in RFC 9110, section 5.3. */
function readHeaders(text: string): Record<string, string> {
  // Not an object: a name may be one of its own, such as `constructor`.
  const headers = new Map<string, string>();
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const [start = "", ...rest] = line.split(":");
    const name = start.trim();
    const value = rest.join(":").trim();
    headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
  }
  return Object.fromEntries(headers);
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
