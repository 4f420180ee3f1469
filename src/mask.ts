const masked = "[masked]";

/** How deep a value is shown. */
const deepest = 50;

/** Whatever name has one of these in it, however it is written: `clientSecret`, `ID_TOKEN`, `new_password`. */
const secretParts =
  /pass(word|wd|code|phrase)|secret|token|assertion|credential|authorization|cookie|captcha|apikey|privatekey|verifier|ticket/;

/** Names that are, or end with, one of these words: `mfa_code`, `recoveryCode`, `otp`. */
const secretWords = new Set(["code", "codes", "key", "keys", "otp", "pin", "pwd", "jwt"]);

/** A name that ends with one of these tells about a secret, such as `token_type` and `id_token_expires_in`. */
const harmlessEnds = new Set(["type", "method", "in", "at", "uri", "url", "endpoint", "length"]);

/** What comes before `code` where it is none to keep: `error_code`, `country_code`. */
const harmlessCodes = new Set(["error", "status", "country", "postal", "zip", "area", "language", "currency"]);

/** Whether what has this name is a password, a code, a secret or a token. */
export function isSecret(name: string): boolean {
  const words = name
    .replaceAll(/([\da-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\da-z]+/)
    .filter(Boolean);
  const last = words.at(-1) ?? "";
  if (words.length > 1 && harmlessEnds.has(last)) return false;
  if (secretParts.test(words.join(""))) return true;
  return secretWords.has(last) && !harmlessCodes.has(words.at(-2) ?? "");
}

/** A copy of a value in which no password, code, secret or token can be read, nor one inside of its texts. */
export function mask(value: unknown, depth: number = 0): unknown {
  if (typeof value === "string") return maskText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === deepest) return "[nested too deeply to be shown]";
  if (Array.isArray(value)) return value.map((one) => mask(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      maskText(name),
      isSecret(name) && isGiven(inner) ? masked : mask(inner, depth + 1),
    ]),
  );
}

/** That none was given is no secret. */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

/** Headers, without those that have secrets. */
export function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return mask(headers) as Record<string, string>;
}

// Each begins at a place that cannot move, so that none looks twice at the same text.
const jsonPair = /"([^"\\]{1,100})"\s*:\s*("(?:[^"\\]|\\.)*"?|-?\d[\d.]*)/g;
const pair = /(?<![\w%.[\]-])([\w%.[\]-]{1,100})=([^\s"'&#;,<>]+)/g;
const scheme = /\b(Bearer|Basic)\s+[\w.~+/=-]+/gi;
const jwt = /\beyJ[\w-]*\.[\w-]+\.[\w-]*/g;
const userInfo = /(?<=:\/\/[^\s/:@?#]{0,100}:)[^\s/@?#]{1,1000}(?=@)/g;

/** A text in which no secret can be read: addresses, forms, JSON, tokens, and `Authorization` values inside of it. */
export function maskText(text: string): string {
  // Most texts have none of these.
  if (!/["=:.\s]/.test(text)) return text;
  return text
    .replaceAll(jsonPair, (whole, name: string, value: string) =>
      isSecret(name) && value !== '""' ? whole.slice(0, whole.length - value.length) + `"${masked}"` : whole,
    )
    .replaceAll(pair, (whole, name: string) => (isSecret(decoded(name)) ? `${name}=${masked}` : whole))
    .replaceAll(scheme, `$1 ${masked}`)
    .replaceAll(jwt, masked)
    .replaceAll(userInfo, masked);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
