import { mockAuth0, type MockAuth0, type Scenario } from "auth0-msw";
import { useEffect, useRef, useState } from "react";
import { fillIn, outcomeOf } from "./fill-in.ts";
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
  password: createWorlds(
    (scenario) => scenario.endpoint === "oauth-ro" && scenario.grant !== "jwt-bearer" && !isAboutACode(scenario),
  ),
  passwordless: createWorlds((scenario) => scenario.endpoint === "passwordless-start" || isAboutACode(scenario)),
  device: createWorlds(({ endpoint, grant }) => endpoint === "oauth-ro" && grant !== "password"),
};

/** Whether it answers to a one-time code. */
function isAboutACode({ endpoint, example }: Scenario): boolean {
  return endpoint === "oauth-ro" && connectionIn(example) === "email";
}

function connectionIn(example: Scenario["example"]): unknown {
  return example?.body instanceof Object ? example.body["connection"] : undefined;
}

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

  useEffect(() => {
    const { current } = cell;
    if (!current) return;
    let isCodeEntered = false;
    const observer = new MutationObserver(() => {
      if (!current.querySelector(outcomeOf(id))) {
        if (isCodeEntered || !current.querySelector(".code")) return;
        isCodeEntered = true;
        fillIn(current);
        return;
      }
      observer.disconnect();
      setSettled(true);
    });
    observer.observe(current, { childList: true, subtree: true });
    fillIn(current);
    return () => observer.disconnect();
  }, [id]);

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
          connection={connectionIn(example) === "sms" ? "sms" : "email"}
          remembered={way === "device" ? remembered : undefined}
          patience={500}
          onSignedIn={() => {}}
        />
      </div>
    </figure>
  );
}

const remembered = { name: "Ada", account: "ada@example.com", idToken: "kept.since.yesterday" };
