import { relative } from "node:path";
import type { CoverageReport, ScenarioCoverage } from "./report.ts";

/** The same report with the paths of its screenshots relative to this folder, as a file there has them. */
export function withRelativeScreenshots(report: CoverageReport, folder: string): CoverageReport {
  const endpoints = report.endpoints.map((endpoint) =>
    Object.assign({}, endpoint, { scenarios: endpoint.scenarios.map((scenario) => relativeTo(folder, scenario)) }),
  );
  return { ...report, endpoints };
}

function relativeTo(folder: string, scenario: ScenarioCoverage): ScenarioCoverage {
  const { screen } = scenario;
  if (screen?.screenshot === undefined) return scenario;
  const screenshot = relative(folder, screen.screenshot).replaceAll("\\", "/");
  return { ...scenario, screen: { ...screen, screenshot } };
}
