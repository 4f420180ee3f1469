const secret = new Set([
  "password",
  "client_secret",
  "client_assertion",
  "id_token",
  "access_token",
  "refresh_token",
  "assertion",
  "code",
  "otp",
  "mfa_code",
  "verification_code",
  "captcha",
]);

/** A copy of a parsed body in which nobody can read a password, code, secret or token. */
export function mask(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mask);
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const name of Object.keys(copy)) copy[name] = secret.has(name.toLowerCase()) ? "[masked]" : mask(copy[name]);
  return copy;
}
