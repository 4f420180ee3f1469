import { expect, test } from "vitest";
import { html } from "./html.ts";

test("escapes every value, also in attributes and in lists", () => {
  const hostile = `<img src=x onerror="alert('1')">&amp;`;
  const escaped = "&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;amp;";
  expect(html`<p title="${hostile}">${hostile}${[hostile, [hostile]]}</p>`.toString()).toBe(
    `<p title="${escaped}">${escaped}${escaped}${escaped}</p>`,
  );
});

test("keeps the HTML of another template, and leaves out what is not there", () => {
  const names = ["a", "<"].map((name) => html`<b>${name}</b>`);
  expect(html`<i>${names}${undefined}${false}${0}</i>`.toString()).toBe("<i><b>a</b><b>&#60;</b>0</i>");
});

test("does not take an object for HTML that only looks like it", () => {
  const given = { toString: () => "<script>" } as never;
  expect(() => html`<p>${given}</p>`.toString()).toThrow(TypeError);
});
