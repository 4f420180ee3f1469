import {
  type Activation,
  type Endpoint,
  mockAuth0,
  type MockAuth0,
  type ScenarioId,
  type SessionEvent,
} from "auth0-msw";
import * as fc from "fast-check";
import { getResponse } from "msw";
import { valid } from "../helpers/requests.ts";

/** A model of one endpoint's switchboard, as documented. */
interface Model {
  once: ScenarioId[];
  slot: { readonly steps: readonly ScenarioId[]; readonly cycle: boolean; next: number } | null;
  calls: number;
}

type Models = Record<Endpoint, Model>;

interface Real {
  readonly auth0: MockAuth0;
  readonly events: SessionEvent[];
}

const endpoints: readonly Endpoint[] = ["oauth-ro", "passwordless-start"];
const newModel = (): Model => ({ once: [], slot: null, calls: 0 });

function activeIn({ once, slot }: Model, endpoint: Endpoint): ScenarioId {
  return once[0] ?? slot?.steps[slot.next] ?? `${endpoint}/live`;
}

/** The scenario of a request and its reason. Both are null when the tenant decides. */
interface Expected {
  readonly id: ScenarioId | null;
  readonly reason: string | null;
}

function take(model: Model): Expected {
  const queued = model.once.shift();
  if (queued !== undefined) return expected(queued, "once");
  const { slot } = model;
  const step = slot?.steps[slot.next];
  if (!slot || step === undefined) return { id: null, reason: null };
  const { steps, next } = slot;
  slot.next = next + 1 < steps.length ? next + 1 : slot.cycle ? 0 : next;
  return expected(step, steps.length === 1 ? "use" : `sequence, step ${next + 1} of ${steps.length}`);
}

function expected(id: ScenarioId, reason: string): Expected {
  return id.endsWith("/live") ? { id: null, reason: null } : { id, reason };
}

type Command = fc.AsyncCommand<Models, Real>;

/** A command that can always run, with the checks after it. */
function command(name: string, run: (models: Models, real: Real) => void | Promise<void>): Command {
  return {
    check: () => true,
    async run(models, real) {
      real.events.length = 0;
      await run(models, real);
      for (const endpoint of endpoints) {
        const active = activeIn(models[endpoint], endpoint);
        assert(real.auth0.active(endpoint), active, `active("${endpoint}")`);
        assert(real.auth0.calls(endpoint).length, models[endpoint].calls, `calls("${endpoint}").length`);
        const switched = real.events.findLast((event) => event.type === "switch" && event.endpoint === endpoint);
        if (switched?.type === "switch") assert(switched.active, active, "the last switch event");
      }
    },
    toString: () => name,
  };
}

const id: fc.Arbitrary<ScenarioId> = fc.constantFrom<ScenarioId[]>(
  "oauth-ro/user-blocked",
  "oauth-ro/network-error",
  "oauth-ro/success",
  "oauth-ro/live",
  "passwordless-start/invalid-email",
  "passwordless-start/success",
  "passwordless-start/live",
);
const endpoint = fc.constantFrom(...endpoints);
const endpointOf = (given: ScenarioId): Endpoint => given.slice(0, given.indexOf("/")) as Endpoint;

const use = fc.tuple(id, fc.boolean()).map(([given, isDetailed]) =>
  command(`use(${given})`, (models, { auth0 }) => {
    if (isDetailed) auth0.use({ use: given, delay: 0 } as Activation & object);
    else auth0.use(given);
    models[endpointOf(given)].slot = { steps: [given], cycle: false, next: 0 };
  }),
);

const once = id.map((given) =>
  command(`once(${given})`, (models, { auth0 }) => {
    auth0.once(given);
    models[endpointOf(given)].once.push(given);
  }),
);

const sequence = fc.tuple(fc.array(id, { minLength: 1, maxLength: 5 }), fc.boolean()).map(([steps, cycle]) =>
  command(`sequence(${steps.join()}${cycle ? ", cycle" : ""})`, (models, { auth0 }) => {
    auth0.sequence(steps, { cycle });
    for (const each of endpoints) {
      const own = steps.filter((step) => endpointOf(step) === each);
      if (own.length > 0) models[each].slot = { steps: own, cycle, next: 0 };
    }
  }),
);

const reset = fc.option(endpoint, { nil: undefined }).map((given) =>
  command(`reset(${given ?? ""})`, (models, { auth0, events }) => {
    auth0.reset(given);
    for (const each of given ? [given] : endpoints) models[each] = newModel();
    assert(events.filter(({ type }) => type === "reset").length, 1, "reset events");
  }),
);

const wrong = command("an unknown id throws and changes nothing", (_models, { auth0 }) => {
  const untyped = auth0 as unknown as Record<"use" | "once", (name: string) => void> & {
    sequence(steps: string[]): void;
  };
  const mistakes = [
    () => untyped.use("oauth-ro/toString"),
    () => untyped.once("__proto__"),
    () => untyped.sequence(["oauth-ro/success", "oauth-ro/no-such-thing"]),
    () => untyped.sequence([]),
  ];
  for (const mistake of mistakes) {
    try {
      mistake();
    } catch (error) {
      assert(error instanceof TypeError, true, "a TypeError");
      continue;
    }
    throw new Error("An unknown id was accepted.");
  }
});

/** The scenarios that a request names in its header or query. */
type Own = { readonly by: "header" | "query"; readonly ids: readonly string[] } | null;

const own: fc.Arbitrary<Own> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  {
    weight: 1,
    arbitrary: fc.record({
      by: fc.constantFrom("header", "query"),
      ids: fc.array(
        fc.oneof<fc.WeightedArbitrary<string>[]>(
          { weight: 4, arbitrary: id },
          { weight: 1, arbitrary: fc.constant("oauth-ro/nope") },
        ),
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
    }),
  },
);

function toRequest(to: Endpoint, named: Own, method = "POST"): Request {
  const { url, headers, body } = valid(to);
  const query = named?.by === "query" ? `?auth0-scenario=${named.ids.join()}` : "";
  const header = named?.by === "header" ? { "auth0-scenario": named.ids.join(", ") } : {};
  return new Request(url + query, {
    method,
    headers: { ...headers, ...header },
    ...(method === "POST" && { body: body as string }),
  });
}

function expect(models: Models, to: Endpoint, named: Own): Expected {
  if (named?.ids.includes("oauth-ro/nope")) return { id: `${to}/bad-request`, reason: null };
  const matching = named?.ids.find((given) => endpointOf(given as ScenarioId) === to);
  return matching === undefined ? take(models[to]) : expected(matching as ScenarioId, "the request's own");
}

const request = fc.tuple(endpoint, own).map(([to, named]) =>
  command(`request(${to}${named ? `, ${named.by} ${named.ids.join()}` : ""})`, async (models, { auth0 }) => {
    const due = expect(models, to, named);
    models[to].calls += 1;
    const response = await getResponse(auth0.handlers, toRequest(to, named));
    checkCall(auth0, to, due, response);
  }),
);

function checkCall(auth0: MockAuth0, to: Endpoint, due: Expected, response: Response | undefined): void {
  const call = auth0.calls(to).at(-1);
  assert(call?.scenario, due.id ?? `${to}/success`, "scenario");
  if (due.reason !== null) assert(call?.reason, due.reason, "reason");
  assert(response?.type === "error", call?.scenario.endsWith("/network-error"), "a network error");
}

/** The scenarios do not depend on the order of the responses. */
const concurrent = fc.tuple(endpoint, fc.integer({ min: 2, max: 4 })).map(([to, count]) =>
  command(`${count} concurrent requests(${to})`, async (models, { auth0 }) => {
    const due = Array.from({ length: count }, () => take(models[to]).id ?? `${to}/success`);
    models[to].calls += count;
    await Promise.all(due.map(() => getResponse(auth0.handlers, toRequest(to, null))));
    const calls = auth0.calls(to).slice(-count);
    assert(
      calls
        .map(({ scenario }) => scenario)
        .toSorted()
        .join(),
      due.toSorted().join(),
      "scenarios of concurrent requests",
    );
  }),
);

const preflight = endpoint.map((to) =>
  command(`OPTIONS(${to})`, async (_models, { auth0, events }) => {
    const response = await getResponse(auth0.handlers, toRequest(to, null, "OPTIONS"));
    assert(response?.status, 204, "status of a preflight");
    assert(events.length, 0, "events of a preflight");
  }),
);

const commands = fc.commands([request, use, once, sequence, reset, concurrent, preflight, fc.constant(wrong)], {
  maxCommands: 40,
});

/** The switchboard behaves like its model. */
export const switchboardIsItsModel = fc.asyncProperty(commands, (given) =>
  fc.asyncModelRun(() => {
    const auth0 = mockAuth0();
    const events: SessionEvent[] = [];
    auth0.subscribe((event) => events.push(event));
    return { model: { "oauth-ro": newModel(), "passwordless-start": newModel() }, real: { auth0, events } };
  }, given),
);

function assert(actual: unknown, wanted: unknown, what: string): void {
  if (!Object.is(actual, wanted)) throw new Error(`Wrong ${what}: expected ${String(wanted)}, got ${String(actual)}.`);
}
