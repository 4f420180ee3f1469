import { mockAuth0, type MockAuth0, type Scenario } from "auth0-msw";
import { useEffect, useRef, useState } from "react";
import { fillIn, outcomeOf } from "./fill-in.ts";
import { SignIn, type Way } from "./sign-in-page.tsx";
import "./overview.css";

/** One failure, and the mock that returns it on its own domain. */
export interface Case {
  readonly scenario: Scenario;
  readonly domain: string;
  readonly auth0: MockAuth0;
}

/** The cases of each form: every failure that it can get. */
export const cases: Readonly<Record<Way, readonly Case[]>> = {
  password: createCases(
    (scenario) => scenario.endpoint === "oauth-ro" && scenario.grant !== "jwt-bearer" && !isForCode(scenario),
  ),
  passwordless: createCases((scenario) => scenario.endpoint === "passwordless-start" || isForCode(scenario)),
  device: createCases(({ endpoint, grant }) => endpoint === "oauth-ro" && grant !== "password"),
};

/** Whether the scenario responds to a one-time code. */
function isForCode({ endpoint, example }: Scenario): boolean {
  return endpoint === "oauth-ro" && connectionIn(example) === "email";
}

function connectionIn(example: Scenario["example"]): unknown {
  return example?.body instanceof Object ? example.body["connection"] : undefined;
}

function createCases(isIncluded: (scenario: Scenario) => boolean): readonly Case[] {
  return mockAuth0()
    .scenarios.filter((scenario) => scenario.kind !== "success" && isIncluded(scenario))
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

/** One form in every state that a response can cause, side by side. */
export function Overview({ way }: { readonly way: Way }) {
  const shown = cases[way];
  return (
    <main className="page overview">
      <header>
        <h1>{titles[way]}</h1>
        <p className="quiet">
          {shown.length} failures, {shown.length} forms. Each form signs in automatically, with its own mock.
        </p>
      </header>
      <div className="cells">
        {shown.map((failure) => (
          <Cell key={`${way} ${failure.domain}`} failure={failure} way={way} />
        ))}
      </div>
    </main>
  );
}

interface CellProps {
  readonly failure: Case;
  readonly way: Way;
}

function Cell({ failure: { scenario, domain }, way }: CellProps) {
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
      {/* Inert until it shows its result, because so many forms would compete for the focus. */}
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
