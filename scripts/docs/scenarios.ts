import { type Endpoint, mockAuth0, type Scenario } from "auth0-msw";
import { codeSpan, plain, table } from "./markdown.ts";
import { provocation, validRequest } from "./provocation.ts";

const auth0 = mockAuth0();
const byEndpoint = Map.groupBy(auth0.scenarios, ({ endpoint }) => endpoint);

interface Group {
  readonly title: string;
  readonly intro: string;
  readonly holds: (scenario: Scenario) => boolean;
}

const groups: readonly Group[] = [
  {
    title: "Documented failures",
    intro: "In the API's own error reference.",
    holds: ({ kind, evidence }) => kind === "failure" && evidence === "documented",
  },
  {
    title: "Observed failures",
    intro: "Not in the reference, but seen from the real service. The sources are cited.",
    holds: ({ kind, evidence }) => kind === "failure" && evidence === "observed",
  },
  {
    title: "Inferred failures",
    intro: "Only the status is documented. The body is our choice.",
    holds: ({ kind, evidence }) => kind === "failure" && evidence === "inferred",
  },
  {
    title: "Transport failures",
    intro: "Errors of the network or a proxy, not of the API.",
    holds: ({ kind }) => kind === "transport",
  },
  { title: "Success", intro: "The answer to a successful request.", holds: ({ kind }) => kind === "success" },
];

/** The day of the last comparison of status, code and description of each documented answer with the API's reference. */
const comparedOn = "2026-11-28";

/** The whole of docs/scenarios.md. */
export function scenariosPage(): string {
  return [
    "# Scenarios",
    `Every answer of the two endpoints. Switch one on with \`auth0.use(id)\`, or send the request that makes the [demo tenant](demo-tenant.md) answer with it. Ids are permanent, because tests, stories and URLs use them.`,
    scenarioCounts(),
    `The evidence shows how certain an answer is: **documented** in the API's own error reference, **observed** from the real service, or **inferred**. \`{x}\` in a text is a placeholder. Set it with \`params\`. Sources are below each table. All documented answers were last compared with the reference on ${comparedOn}.`,
    ...Array.from(byEndpoint, ([endpoint, scenarios]) => endpointSection(endpoint, scenarios)),
  ].join("\n\n");
}

/** The different counts of scenarios in the documentation and the reports. */
export function scenarioCounts(): string {
  const all = auth0.scenarios;
  const count = (holds: (scenario: Scenario) => boolean) => String(all.filter(holds).length);
  return table(
    ["What", "Count"],
    [
      ["Scenarios: `auth0.scenarios`", String(all.length)],
      ["Of these, errors of the API: `auth0.failures()`", count(({ kind }) => kind === "failure")],
      ...Array.from(byEndpoint.keys(), (endpoint) => [
        `Of these, at one endpoint: \`auth0.failures("${endpoint}")\``,
        String(auth0.failures(endpoint).length),
      ]),
      [
        "Of all failures, those in the API's reference (failure coverage counts these)",
        count(({ kind, evidence }) => kind === "failure" && evidence === "documented"),
      ],
      ["Of the scenarios, errors of the network or a proxy", count(({ kind }) => kind === "transport")],
      ["Of the scenarios, successes", count(({ kind }) => kind === "success")],
    ],
  );
}

function endpointSection(endpoint: Endpoint, scenarios: readonly Scenario[]): string {
  const path = scenarios.find(({ example }) => example !== null)?.example?.path ?? endpoint;
  return [
    `## \`POST ${path}\``,
    "The valid request. The tables list the changes to it:",
    ["```json", JSON.stringify(validRequest(endpoint), null, 2), "```"].join("\n"),
    ...groups.flatMap(({ title, intro, holds }) => {
      const held = scenarios.filter(holds);
      if (held.length === 0) return [];
      return [
        `### ${title}: \`${endpoint}\``,
        intro,
        table(["Scenario", "What happened", "Answer", "Provoked by"], held.map(row)),
        sources(held),
      ];
    }),
  ].join("\n\n");
}

function row(scenario: Scenario): string[] {
  return [codeSpan(scenario.id), plain(scenario.summary), answer(scenario), provocation(scenario)];
}

function answer({ status, error, template, description, params, body, kind }: Scenario): string {
  if (status === null) return "none";
  const head = error === null ? String(status) : `${status} ${codeSpan(error)}`;
  // Show the default of a text that is only a placeholder.
  const text =
    template !== null && Object.keys(params).some((name) => template === `{${name}}`) ? description : template;
  if (text !== null) return `${head}<br>${codeSpan(text)}`;
  if (kind === "success") return head;
  return `${head}<br>${body === "" ? "an empty body" : "a page in HTML"}`;
}

/** The source of each scenario, and of its placeholders' defaults when their evidence differs. */
function sources(scenarios: readonly Scenario[]): string {
  const claims = scenarios.flatMap(({ id, evidence, source, params }) => [
    { claim: `${evidence}: ${linked(source)}`, what: codeSpan(id) },
    ...Object.entries(params)
      .filter(([, param]) => param.evidence !== evidence)
      .map(([name, param]) => ({
        claim: `${param.evidence}: ${linked(param.source)}`,
        what: `${codeSpan(`{${name}}`)} of ${codeSpan(id)}`,
      })),
  ]);
  const lines = Array.from(
    Map.groupBy(claims, ({ claim }) => claim),
    ([claim, same]) => `- ${claim}: ${same.map(({ what }) => what).join(", ")}`,
  );
  return ["Sources:", "", ...lines].join("\n");
}

function linked(source: string): string {
  return plain(source).replace(/\bgithub\.com\/[\w./#-]*\w/, (address) => `[${address}](https://${address})`);
}
