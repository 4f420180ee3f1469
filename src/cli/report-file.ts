import { readFile } from "node:fs/promises";
import * as z from "zod/mini";
import { endpoints } from "../../scenarios/types.ts";
import { expected, parse } from "../catalog/parse.ts";
import { showValue } from "../catalog/show-value.ts";
import type { CoverageReport } from "../coverage/report.ts";
import { verdicts } from "../screen/verdict.ts";

const howToMake = 'Make one with the coverage reporter: outputFile: "auth0.json".';

const text = z.string(expected("a text"));
const count = z.int(expected("a whole number"));
const object = expected("an object");

const screen = z.object(
  {
    verdict: z.enum(verdicts, expected(`one of ${listOf(verdicts)}`)),
    sentence: text,
    why: text,
    where: z.exactOptional(text),
    screenshot: z.exactOptional(text),
  },
  object,
);

const scenario = z.object(
  {
    id: text,
    tests: count,
    line: text,
    counted: z.exactOptional(z.literal(false, expected("false"))),
    screen: z.exactOptional(screen),
  },
  object,
);

const ids = z.array(text, expected("an array of ids"));
const endpointName = z.enum(endpoints, expected(`one of ${listOf(endpoints)}`));
const counts = z.object(
  { endpoints: z.exactOptional(z.array(endpointName, expected("an array"))), exclude: z.exactOptional(ids) },
  object,
);
const shared = z.object({ sentence: text, remedies: z.record(z.string(), ids) }, object);

const endpoint = z.object(
  {
    endpoint: endpointName,
    path: text,
    exercised: count,
    total: count,
    scenarios: z.array(scenario, expected("an array")),
    shared: z.exactOptional(z.array(shared, expected("an array"))),
  },
  object,
);

const report = z.object({
  version: z.literal(1),
  include: z.enum(["documented", "all"], expected('"documented" or "all"')),
  counts: z.exactOptional(counts),
  exercised: count,
  total: count,
  percentage: z.number(expected("a number")),
  endpoints: z.array(endpoint, expected("an array")),
});

function listOf(names: readonly string[]): string {
  return names.map(showValue).join(", ");
}

/** Reads a report that a coverage reporter has written. Throws when it can't be read, or is something else. */
export async function readReport(file: string): Promise<CoverageReport> {
  const given = parseJson(file, await readText(file));
  const { version, endpoints: listed } = Object(given) as Readonly<Record<string, unknown>>;
  if (version === undefined || !Array.isArray(listed)) {
    throw new TypeError(`${file} is JSON, but not a report of failure coverage. ${howToMake}`);
  }
  if (version !== 1) {
    throw new TypeError(
      `${file} has version ${showValue(version)} of the report, and this command reads version 1. ` +
        "Use the version of auth0-msw that wrote it.",
    );
  }
  try {
    return parse(report, given, []);
  } catch (error) {
    throw new TypeError(`${file} is not a complete report. ${(error as Error).message}`, { cause: error });
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const why = { ENOENT: "there is no such file", EISDIR: "it is a folder" }[code ?? ""] ?? message;
    throw new Error(`Can't read ${file}: ${why}. ${howToMake}`, { cause: error });
  }
}

function parseJson(file: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}. ${howToMake}`, { cause: error });
  }
}
