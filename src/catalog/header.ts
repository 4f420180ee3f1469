import { showValue } from "./show-value.ts";

/** RFC 9110, section 5.6.2. */
const legalName = /^[\w!#$%&'*+.^`|~-]+$/;

/** RFC 9110, section 5.5. */
const legalValue = /^[\t\u0020-\u007E\u0080-\u00FF]*$/;

/** What is wrong with a header, to print after a colon. Undefined when the header is valid. */
export function headerFault(name: string, value: unknown): string | undefined {
  if (!legalName.test(name)) return "HTTP does not allow this name. Use letters, digits and dashes.";
  if (typeof value !== "string") return `got ${showValue(value)}. Give a string.`;
  if (!legalValue.test(value)) return "HTTP does not allow this value. Use plain ASCII, with no line breaks.";
  return undefined;
}
