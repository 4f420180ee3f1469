import { demoTenant, mockAuth0 } from "auth0-msw";
import { codeSpan, table } from "./markdown.ts";
import { changesOf } from "./provocation.ts";

const { scenarios } = mockAuth0();

/** Connections that many examples name, and that provoke nothing themselves. */
const commonConnections = new Set(["email", "sms"]);

/** Tables of the demo tenant's users, phone numbers, connections and clients, with the scenarios that each provokes. */
export function demoTenantTables(): string {
  const { users, phoneNumbers, connections, clients } = demoTenant;
  return [
    "## Users",
    table(
      ["User", "Signs in with", "Provokes"],
      users.map((user) => [
        codeSpan(user.email ?? user.username ?? user.phone_number ?? ""),
        [
          user.password === undefined ? "" : `password ${codeSpan(user.password)}`,
          user.mfaCode === undefined ? "" : `second factor ${codeSpan(user.mfaCode)}`,
          user.connection === undefined ? "" : `connection ${codeSpan(user.connection)}`,
        ]
          .filter(Boolean)
          .join(", "),
        provoked(user.email, user.provokes),
      ]),
    ),
    "## Phone numbers",
    table(
      ["Phone number", "Provokes"],
      [
        ...users.flatMap(({ email = "", phone_number }) =>
          phone_number === undefined
            ? []
            : [[codeSpan(phone_number), `nothing: it is the number of ${codeSpan(email)}`]],
        ),
        ...phoneNumbers.map(({ phone_number, provokes }) => [codeSpan(phone_number), provoked(phone_number, provokes)]),
      ],
    ),
    "## Connections",
    table(
      ["Connection", "Strategy", "Provokes"],
      connections.map(({ name, strategy, provokes }) => [codeSpan(name), codeSpan(strategy), provoked(name, provokes)]),
    ),
    "## Clients",
    table(
      ["Client", "Secret", "Provokes"],
      clients.map(({ client_id, client_secret, provokes }) => [
        codeSpan(client_id),
        client_secret === undefined ? "" : codeSpan(client_secret),
        provoked(client_id, provokes),
      ]),
    ),
  ].join("\n\n");
}

function provoked(name: string | undefined, provokes: string | readonly string[] | undefined = []): string {
  const ids = new Set([...[provokes].flat(), ...(name === undefined ? [] : examplesOf(name))]);
  return ids.size === 0 ? "nothing" : Array.from(ids, codeSpan).join(", ");
}

/** The scenarios whose example names this entry instead of the one in the valid request. */
function examplesOf(name: string): string[] {
  if (commonConnections.has(name)) return [];
  return scenarios.filter((scenario) => Object.values(changesOf(scenario)).includes(name)).map(({ id }) => id);
}
