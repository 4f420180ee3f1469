import { mockAuth0, type MockAuth0, type Scenario } from "auth0-msw";
import { useEffect, useRef, useState } from "react";
import { SignIn, type Way } from "./sign-in-page.tsx";
import "./overview.css";

/** One answer and the tenant, with a domain of its own, that gives it. */
export interface World {
  readonly scenario: Scenario;
  readonly domain: string;
  readonly auth0: MockAuth0;
}

/** The worlds of each form: every failure that it can meet. */
export const worlds: Readonly<Record<Way, readonly World[]>> = {
  password: createWorlds(({ endpoint, grant }) => endpoint === "oauth-ro" && grant !== "jwt-bearer"),
  passwordless: createWorlds(({ endpoint }) => endpoint === "passwordless-start"),
  device: createWorlds(({ endpoint, grant }) => endpoint === "oauth-ro" && grant !== "password"),
};

function createWorlds(isMet: (scenario: Scenario) => boolean): readonly World[] {
  return mockAuth0()
    .scenarios.filter((scenario) => scenario.kind !== "success" && isMet(scenario))
    .toSorted((one, other) => (one.status ?? 1000) - (other.status ?? 1000))
    .map((scenario) => {
      const domain = `${scenario.id.replace("/", ".")}.auth0.example`;
      return { scenario, domain, auth0: mockAuth0({ domain }) };
    });
}

const titles: Readonly<Record<Way, string>> = {
  password: "Email and password",
  passwordless: "Code or link",
  device: "On this device",
};

/** One form in every state that an answer can bring it to, all at the same time. */
export function Overview({ way }: { readonly way: Way }) {
  const shown = worlds[way];
  return (
    <main className="page overview">
      <header>
        <h1>{titles[way]}</h1>
        <p className="quiet">
          {shown.length} answers, {shown.length} forms. Each has signed in by itself, at a tenant of its own.
        </p>
      </header>
      <div className="cells">
        {shown.map((world) => (
          <Cell key={`${way} ${world.domain}`} world={world} way={way} />
        ))}
      </div>
    </main>
  );
}

interface CellProps {
  readonly world: World;
  readonly way: Way;
}

function Cell({ world: { scenario, domain }, way }: CellProps) {
  const { id, endpoint, status, summary, example } = scenario;
  const cell = useRef<HTMLDivElement>(null);
  const [settled, setSettled] = useState(false);
  const bySms = example?.body instanceof Object && example.body["connection"] === "sms";

  useEffect(() => {
    const { current } = cell;
    if (!current) return;
    const observer = new MutationObserver(() => {
      if (!current.querySelector(anyMessage)) return;
      observer.disconnect();
      setSettled(true);
    });
    observer.observe(current, { childList: true, subtree: true });
    signIn(current);
    return () => observer.disconnect();
  }, []);

  return (
    <figure className="cell" data-scenario={id}>
      <figcaption title={summary}>
        <code>{id.slice(endpoint.length + 1)}</code>
        <span className="status">{status ?? "no answer"}</span>
      </figcaption>
      {/* Inert until it is told what happened: so many forms would fight over the focus. */}
      <div ref={cell} className="cell-form" inert={!settled}>
        <SignIn
          domain={domain}
          way={way === "passwordless" ? way : "password"}
          connection={bySms ? "sms" : "email"}
          remembered={way === "device" ? remembered : undefined}
          patience={500}
          onSignedIn={() => {}}
        />
      </div>
    </figure>
  );
}

const anyMessage = "[role=alert], .after > [role=status]";
const remembered = { name: "Ada", account: "ada@example.com", idToken: "kept.since.yesterday" };
const typed = { email: "ada@example.com", password: "correct-horse-battery", phone: "+15555550100" };

function signIn(cell: HTMLElement) {
  const form = cell.querySelector("form");
  for (const [name, value] of Object.entries(typed)) {
    const input = form?.elements.namedItem(name);
    if (input instanceof HTMLInputElement) input.value = value;
  }
  form?.requestSubmit();
}
