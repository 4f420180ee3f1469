import { posix } from "node:path";

/** Returns whether a pattern of `include` matches a path, as `tsc` reads it. Both are relative to the same folder. */
export function isIncluded(path: string, pattern: string): boolean {
  const parts = partsOf(pattern);
  const last = parts.at(-1);
  // A name without a dot or a wildcard is a folder. ".storybook" is not.
  const whole = last === undefined || !/[.*?]/.test(last) ? [...parts, "**", "*"] : parts;
  const matcher = whole.map((part) => (part === "**" ? visibleFolders : `/${maskDot(part)}${toSource(part)}`));
  return new RegExp(`^${matcher.join("")}$`).test(`/${path}`);
}

/** Returns whether a pattern of `exclude` matches a path or one of its folders. */
export function isExcluded(path: string, pattern: string): boolean {
  const matcher = partsOf(pattern).map((part) => (part === "**" ? "(?:/[^/]+)*?" : `/${toSource(part)}`));
  return new RegExp(`^${matcher.join("")}(?:/|$)`).test(`/${path}`);
}

// Wildcards match no folder that starts with a dot, and no installed package.
const visibleFolders = "(?:/(?!node_modules(?:/|$))[^/.][^/]*)*?";

function maskDot(part: string): string {
  return /^[*?]/.test(part) ? "(?!\\.)" : "";
}

function partsOf(pattern: string): string[] {
  return posix
    .normalize(pattern)
    .split("/")
    .filter((part) => part !== "" && part !== ".");
}

function toSource(part: string): string {
  return part
    .replaceAll(/[$()+.[\\\]^{|}]/g, String.raw`\$&`)
    .replaceAll("*", "[^/]*")
    .replaceAll("?", "[^/]");
}
