import { readFileSync, writeFileSync } from "node:fs";
import { catalog, validRequests } from "../scenarios/index.ts";
import { type CatalogEntry, endpoints } from "../scenarios/scenario.ts";
import { sizes } from "./size.ts";
import { demoTenant, type Endpoint, mockAuth0, type Scenario } from "auth0-msw";

const readme = new URL("../README.md", import.meta.url);

/** The README with its generated tables as they should be. */
export async function withTables(text: string): Promise<string> {
  const tables = { ...scenarioTables(), tenant: tenantTable(), sizes: await sizeTable() };
  return Object.entries(tables).reduce((result, [name, generated]) => {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [before, rest] = split(result, start);
    const [, after] = split(rest, end);
    return `${before}${start}\n\n${generated}\n\n${end}${after}`;
  }, text);
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`README.md has lost its mark ${mark}.`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

function scenarioTables(): Record<Endpoint, string> {
  const { scenarios } = mockAuth0();
  const of = (endpoint: Endpoint) =>
    table(
      ["scenario", "status", "`error`", "`error_description`", "provoked by", "evidence"],
      scenarios.filter((scenario) => scenario.endpoint === endpoint).map((scenario) => row(scenario)),
    );
  return { "oauth-ro": of("oauth-ro"), "passwordless-start": of("passwordless-start") };
}

function row(scenario: Scenario): string[] {
  const { id, endpoint, status, error, template, description, params, evidence, source } = scenario;
  const detail = params["detail"];
  const shown = detail && description ? description : template;
  return [
    code(id.slice(endpoint.length + 1)),
    status === null ? "none" : String(status),
    error === null ? "" : code(error),
    shown === null ? "" : code(shown),
    provocation(scenario),
    `<span title="${escape(source)}">${evidence}${detail && detail.evidence !== evidence ? `; text ${detail.evidence}` : ""}</span>`,
  ];
}

/** What to change in the valid request of the endpoint. */
function provocation({ id, endpoint, kind }: Scenario): string {
  const entries: Readonly<Record<string, CatalogEntry>> = catalog[endpoint];
  const example = entries[id.slice(endpoint.length + 1)]?.example;
  if (!example) return "only when chosen";
  const { method, host, tenant, text, without = [], body = {} } = example;
  if (kind === "success") return "the valid request";
  if (method) return `any method but ${code("POST")}`;
  if (host) return `the host ${code(host)}`;
  if (tenant) return `the tenant ${code(JSON.stringify(tenant))}`;
  if (text) return `the body ${code(text)}`;
  const jwtBearer = "grant_type" in body;
  const changes = Object.entries(body).map(([name, value]) =>
    name === "grant_type" ? "the jwt-bearer grant" : code(`${name}: ${JSON.stringify(value)}`),
  );
  const left = without.filter((name) => !jwtBearer || !(name in validRequests[endpoint]));
  return [...changes, ...left.map((name) => `no ${code(name)}`)].join(", ");
}

function tenantTable(): string {
  const { clients, connections, users, phoneNumbers } = demoTenant;
  const entries = [
    ...users.map(({ email = "", provokes }) => ["user", email, provokes] as const),
    ...phoneNumbers.map(({ phone_number, provokes }) => ["phone number", phone_number, provokes] as const),
    ...connections.map(({ name, provokes }) => ["connection", name, provokes] as const),
    ...clients.map(({ client_id, provokes }) => ["client", client_id, provokes] as const),
  ];
  return table(
    ["", "name", "provokes"],
    entries.map(([kind, name, provokes]) => [
      kind,
      code(name),
      [...new Set([...[provokes ?? []].flat(), ...exampleOf(name)])].map(code).join(", "),
    ]),
  );
}

const simplySignsIn = new Set(["email", "sms"]);

/** What the catalog's examples provoke by naming an entry where the valid request names another. */
function exampleOf(name: string): string[] {
  if (simplySignsIn.has(name)) return [];
  return endpoints.flatMap((endpoint) =>
    Object.entries<CatalogEntry>(catalog[endpoint])
      .filter(([, { example }]) => Object.values(example?.body ?? {}).includes(name))
      .map(([scenario]) => `${endpoint}/${scenario}`),
  );
}

async function sizeTable(): Promise<string> {
  const measured = await sizes();
  return table(
    ["what a bundle grows by", "minified and gzipped, without MSW"],
    measured.map(({ what, size }) => [what, `${(size / 1000).toFixed(1)} kB`]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function code(text: string): string {
  return `\`${text.replaceAll("|", String.raw`\|`)}\``;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll("|", "&#124;");
}

if (import.meta.main) writeFileSync(readme, await withTables(readFileSync(readme, "utf8")));
