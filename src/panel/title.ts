const acronyms: ReadonlySet<string> = new Set(["id", "mfa", "oidc", "sms"]);

/** A scenario's name as a person would say it: `sms-provider-error` is "SMS provider error". */
export function titleOf(name: string): string {
  const words = name.split(/[-_\s]+/).map((word) => (acronyms.has(word.toLowerCase()) ? word.toUpperCase() : word));
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
