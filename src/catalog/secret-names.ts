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
