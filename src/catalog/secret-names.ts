/** Parts that make a name secret, in any case and style: `clientSecret`, `ID_TOKEN`, `new_password`. */
const secretParts =
  /pass(word|wd|code|phrase)|secret|token|assertion|credential|authorization|cookie|captcha|apikey|privatekey|verifier|ticket/;

/** Words that make a name secret when they come last: `mfa_code`, `recoveryCode`, `otp`. */
const secretWords = new Set(["code", "codes", "key", "keys", "otp", "pin", "pwd", "jwt"]);

/** Last words that describe a secret without being one: `token_type`, `id_token_expires_in`. */
const harmlessEnds = new Set(["type", "method", "in", "at", "uri", "url", "endpoint", "length"]);

/** Words that make a code harmless when they come before it: `error_code`, `country_code`. */
const harmlessCodes = new Set(["error", "status", "country", "postal", "zip", "area", "language", "currency"]);

/** Whether a value with this name is a password, a code, a secret or a token. */
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
