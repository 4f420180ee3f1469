/** The fields of a form, or a sentence about what is wrong with it. */
export type Form = { readonly fields: Record<string, unknown> } | { readonly issue: string };

/** How deep names can be nested. A name with more brackets is left as it is. */
const deepest = 5;

/** The keys of a list. With any other key it is an object. */
const listKey = /^\d{1,3}$/;

type Branch = Map<string, Branch | string>;

/**
 * Reads a form as browsers send it (URL Standard, application/x-www-form-urlencoded), with nested names as `qs`
 * supports them: `a[b]=1`, `a[]=1&a[]=2`, `a[0]=1`. A parameter must not be given twice (RFC 6749, section 3.2).
 * Runs in linear time.
 */
export function readForm(text: string): Form {
  if (!isPercentEncoded(text)) return { issue: "the form is not percent-encoded UTF-8" };
  const root: Branch = new Map();
  for (const [name, value] of new URLSearchParams(text)) {
    if (!put(root, pathOf(name), value)) return { issue: `the parameter ${name} is given more than once` };
  }
  return { fields: toObject(root) };
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function pathOf(name: string): readonly string[] {
  const [, first, brackets] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? [];
  if (first === undefined || brackets === undefined) return [name];
  const keys = brackets.slice(1, -1).split("][");
  return keys.length > deepest ? [name] : [first, ...keys];
}

/** Returns false when the path, or a part of it, already has a value. */
function put(root: Branch, path: readonly string[], value: string): boolean {
  let branch = root;
  for (const [index, written] of path.entries()) {
    // Only `a[]` has an empty key: it adds to a list.
    const key = written === "" && index > 0 ? String(branch.size) : written;
    const before = branch.get(key);
    if (index === path.length - 1) {
      if (before !== undefined) return false;
      branch.set(key, value);
    } else if (before === undefined) {
      const next: Branch = new Map();
      branch.set(key, next);
      branch = next;
    } else if (typeof before === "string") {
      return false;
    } else {
      branch = before;
    }
  }
  return true;
}

/** Defines each name as an own property, including `__proto__`. */
function toObject(branch: Branch): Record<string, unknown> {
  return Object.fromEntries(Array.from(branch, ([key, inner]) => [key, toValue(inner)]));
}

function toValue(node: Branch | string): unknown {
  if (typeof node === "string") return node;
  if (![...node.keys()].every((key) => listKey.test(key))) return toObject(node);
  return [...node].toSorted(([one], [other]) => Number(one) - Number(other)).map(([, inner]) => toValue(inner));
}
