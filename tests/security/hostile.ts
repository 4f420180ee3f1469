/** What runs when a text is taken for code. A test checks that it stays undefined. */
export function whatRan(): unknown {
  return (globalThis as { hostile?: unknown }).hostile;
}

const run = (name: string): string => `globalThis.hostile='${name}'`;

/** Texts that a view may take for HTML, for a script, for a template or for a key of an object. */
export const texts: readonly string[] = [
  `<img src=x onerror="${run("image")}">`,
  `<script>${run("script")}</script>`,
  `"><svg onload="${run("attribute")}">`,
  `'><iframe srcdoc="<script>parent.${run("frame")}</script>"></iframe>`,
  `--></style></title></textarea><h1 id=hostile>`,
  `<form action="javascript:${run("form")}"><button autofocus>`,
  `javascript:${run("link")}`,
  `data:text/html,<script>${run("data")}</script>`,
  `\${${run("template")}} {{${run("mustache")}}}`,
  "<?lit$1$?><!--?lit$1$-->",
  "\u202Ereversed\u2066\u200F",
  "a\0b\u0007\u001B[31m",
  "lone \uD800 surrogate \uDC00",
  "__proto__",
  "constructor",
  "hasOwnProperty",
];

/** All of them at once. */
export const everything: string = texts.join(" \n ");

/** So long that work which grows with its square is noticed. */
export const long: string = "<b>eyJ-a\"b\\:='".repeat(7000);

/** A name without what names of scenarios may not have: commas, slashes and control characters. */
export const name = `<img src=x onerror="${run("name")}"> \${x}`;

/** The elements that no view makes for itself, and every link or attribute that would run a script. */
export const forbidden = [
  "script",
  "img",
  "iframe",
  "object",
  "embed",
  "base",
  "meta",
  "h1",
  "b > b",
  "form[action]",
  "[id=hostile]",
  "[srcdoc]",
  "[onerror]",
  "[onload]",
  "[onclick]",
  '[href^="javascript:" i]',
  '[src^="javascript:" i]',
  '[href^="data:text" i]',
].join();
