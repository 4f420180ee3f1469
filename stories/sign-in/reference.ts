const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** Creates a short reference that is easy to read out on the phone: no 0 or O, no 1, I or L. */
export function createReference(): string {
  const letters = Array.from(
    crypto.getRandomValues(new Uint8Array(8)),
    (byte) => alphabet[byte % alphabet.length],
  ).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
