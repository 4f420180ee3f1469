import { checkKeys } from "../catalog/unknown-name.ts";
import { showValue } from "../catalog/show-value.ts";

/** Whether the pages of a test are watched, and how. */
export type ScreenOption = boolean | { readonly screenshots?: boolean };

/** What to do, or undefined when pages are not watched. Throws on an unknown or invalid option. */
export function readScreenOption(option: ScreenOption): { readonly screenshots: boolean } | undefined {
  if (typeof option === "boolean") return option ? { screenshots: false } : undefined;
  if (typeof option !== "object" || option === null) throw invalid("auth0Screen", option, "true, false or an object");
  checkKeys("option", option, ["screenshots"], " of auth0Screen");
  const { screenshots = false } = option;
  if (typeof screenshots !== "boolean") throw invalid("auth0Screen.screenshots", screenshots, "true or false");
  return { screenshots };
}

function invalid(name: string, given: unknown, expected: string): TypeError {
  return new TypeError(`Invalid ${name} ${showValue(given)}. Give ${expected}.`);
}
