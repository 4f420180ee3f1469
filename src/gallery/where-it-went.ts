import { cellParam, type CellReport } from "./cell-report.ts";

/** The address that the page of a cell went to, or undefined when it is still the story. */
export function whereItWent(href: string): string | undefined {
  const { origin, pathname, searchParams } = new URL(href);
  if (href === "about:blank" || searchParams.has(cellParam)) return undefined;
  return origin === "null" ? href : pathname;
}

/** The report of a cell whose page was left. What was said before counts. */
export function leftPage(place: string, report: CellReport | undefined): Extract<CellReport, { state: "judged" }> {
  if (report?.state === "judged" && report.judgement.sentence !== "") return report;
  const why = `The page went to ${place}. What it says there cannot be seen.`;
  return { state: "judged", judgement: { verdict: "unseen", sentence: "", why } };
}
