import { mockAuth0, type Scenario } from "auth0-msw";
import { endpoints } from "../../scenarios/types.ts";
import { paint } from "../coverage/paint.ts";
import { toCurl } from "../panel/curl.ts";
import { unknown } from "./unknown.ts";
import { terminalWidth, wrap } from "./wrap.ts";

/** The tenant that an example is sent to when it names no host. */
const domain = "demo.eu.auth0.com";

/** Everything about one scenario. Throws on an unknown id, with the nearest one. */
export function show(id: string, { json }: { readonly json?: boolean }): string {
  const { scenarios } = mockAuth0();
  const scenario = scenarios.find((each) => each.id === id);
  if (!scenario) throw noScenario(id, scenarios);
  const lines = linesFor(scenario);
  return json ? JSON.stringify({ ...scenario, ...lines }, null, 2) : toText(scenario, lines);
}

function noScenario(id: string, scenarios: readonly Scenario[]): Error {
  const live = endpoints.map((endpoint) => `${endpoint}/live`);
  if (live.includes(id)) {
    return new Error(
      `"${id}" is no failure: with it, the demo tenant answers. Switch back to it with auth0.use("${id}").`,
    );
  }
  if (endpoints.some((endpoint) => endpoint === id)) {
    return new Error(`"${id}" is an endpoint, not a scenario. To see its scenarios, run: npx auth0-msw list ${id}`);
  }
  const known = [...scenarios.map((each) => each.id), ...live];
  return unknown("scenario", id, known, "To see all scenarios, run: npx auth0-msw list");
}

interface Lines {
  /** The line of a test that switches it on. */
  readonly test: string;
  /** The parameters of a story that begins with it. */
  readonly story: string;
  /** The command that provokes it from the real service, where a request does. Null when none does. */
  readonly curl: string | null;
}

function linesFor({ id, example }: Scenario): Lines {
  return {
    test: `auth0.use("${id}");`,
    story: `parameters: { auth0: "${id}" }`,
    curl: example && toCurl({ ...example, url: `https://${example.host ?? domain}${example.path}` }),
  };
}

function toText(scenario: Scenario, { test, story, curl }: Lines): string {
  const { id, status, summary, headers, body, evidence, source, example } = scenario;
  const answer = [
    status === null ? "No response arrives." : `HTTP ${status}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === null ? [] : ["", pretty(body)]),
  ].join("\n");
  const needs = example?.tenant ? `\n\nThe tenant needs ${JSON.stringify(example.tenant)}` : "";
  return [
    `${paint("bold", id)}\n${wrap(summary, terminalWidth()).join("\n")}`,
    section("Answer", answer),
    section("Evidence", wrap(`${evidence}: ${source}`, terminalWidth() - 2).join("\n")),
    section("In a test", test),
    section("In a story", story),
    section("Provoked by", curl === null ? "No request: it can only be switched on." : curl + needs),
  ].join("\n\n");
}

function section(title: string, text: string): string {
  return `${paint("dim", title)}\n${text.replaceAll(/^(?=.)/gm, "  ")}`;
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
