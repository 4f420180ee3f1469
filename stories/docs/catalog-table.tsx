import { mockAuth0, type Endpoint, type Scenario } from "auth0-msw";
import { useId, useState } from "react";
import { force, type Outcome, provoke } from "./try-it.ts";
import "./docs.css";

const { scenarios } = mockAuth0();

const titles: Readonly<Record<Endpoint, string>> = {
  "oauth-ro": "POST /oauth/ro",
  "passwordless-start": "POST /passwordless/start",
};

/** A searchable table of every scenario. Each row can send a request. */
export function CatalogTable() {
  const [query, setQuery] = useState("");
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = scenarios.filter((scenario) => words.every((word) => textOf(scenario).includes(word)));
  const id = useId();

  return (
    <div className="catalog">
      <search>
        <label htmlFor={id}>Search the catalog</label>
        <input
          id={id}
          type="search"
          value={query}
          placeholder="429, leaked, observed, passwordless…"
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <output htmlFor={id}>
          {found.length} of {scenarios.length} scenarios
        </output>
      </search>
      {(Object.keys(titles) as Endpoint[]).map((endpoint) => (
        <Group key={endpoint} endpoint={endpoint} found={found.filter((one) => one.endpoint === endpoint)} />
      ))}
    </div>
  );
}

function Group({ endpoint, found }: { readonly endpoint: Endpoint; readonly found: readonly Scenario[] }) {
  if (found.length === 0) return null;
  return (
    <section>
      <h2>{titles[endpoint]}</h2>
      {found.map((scenario) => (
        <Row key={scenario.id} scenario={scenario} />
      ))}
    </section>
  );
}

function Row({ scenario }: { readonly scenario: Scenario }) {
  const { id, status, summary, evidence, source, template, description, example } = scenario;
  const [outcome, setOutcome] = useState<Outcome>();
  const run = async (pending: Promise<Outcome>) => setOutcome(await pending);

  return (
    <details>
      <summary>
        <span className="status" data-class={status === null ? "none" : String(status).slice(0, 1)}>
          {status ?? "–––"}
        </span>
        <code>{id}</code>
        <span className="summary">{summary}</span>
        <span className="evidence" data-evidence={evidence}>
          {evidence}
        </span>
      </summary>
      <div className="row">
        {description !== null && (
          <p>
            Description: <q>{description}</q>
            {template !== description && <>, from the template {<code>{template}</code>}</>}
          </p>
        )}
        <p className="quiet">
          {evidence}: {source}
        </p>
        <div className="buttons">
          <button type="button" onClick={() => void run(force(scenario))}>
            Force it
          </button>
          <button type="button" disabled={!example} onClick={() => void run(provoke(scenario))}>
            {example ? "Provoke it" : "Can only be forced"}
          </button>
        </div>
        <div aria-live="polite">{outcome && <Result outcome={outcome} />}</div>
      </div>
    </details>
  );
}

function Result({ outcome: { line, headers, body, reason } }: { readonly outcome: Outcome }) {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <figure>
      <figcaption>Why: {reason}</figcaption>
      <pre>{[line, ...head, ...(body === "" ? [] : ["", body])].join("\n")}</pre>
    </figure>
  );
}

function textOf({ id, status, error, description, summary, evidence, kind }: Scenario): string {
  return [id, status, error, description, summary, evidence, kind].join(" ").toLowerCase();
}
