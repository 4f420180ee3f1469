import { describe, expect, test } from "vitest";
import { readForm } from "./form.ts";

test.each<[string, string, object]>([
  ["names and values", "a=1&b=two+words&c=%C3%A9", { a: "1", b: "two words", c: "é" }],
  ["no value", "a&b=", { a: "", b: "" }],
  [
    "nested names",
    "authParams[scope]=openid&authParams[state]=x%3D1",
    { authParams: { scope: "openid", state: "x=1" } },
  ],
  ["encoded brackets", "authParams%5Bscope%5D=openid&a=1", { authParams: { scope: "openid" }, a: "1" }],
  ["deeper names", "a[b][c][d]=1&a[b][e]=2", { a: { b: { c: { d: "1" }, e: "2" } } }],
  ["a list", "a[]=1&a[]=2", { a: ["1", "2"] }],
  ["a list by index, ordered by index", "a[1]=b&a[0]=a", { a: ["a", "b"] }],
  ["a list with gaps", "a[7]=b&a[3]=a", { a: ["a", "b"] }],
  ["objects in a list", "a[0][b]=1&a[1][b]=2", { a: [{ b: "1" }, { b: "2" }] }],
  ["an index too large for a list", "a[4294967294]=1", { a: { "4294967294": "1" } }],
  ["numbers beside names", "a[0]=1&a[b]=2", { a: { "0": "1", b: "2" } }],
  ["five levels", "a[b][c][d][e][f]=1", { a: { b: { c: { d: { e: { f: "1" } } } } } }],
  ["six levels", "a[b][c][d][e][f][g]=1", { "a[b][c][d][e][f][g]": "1" }],
  ["unclosed brackets", "a[b=1&c]=2&[d]=3&e[f]g=4", { "a[b": "1", "c]": "2", "[d]": "3", "e[f]g": "4" }],
  ["no name", "=1", { "": "1" }],
])("reads %s", (_case, text, fields) => {
  expect(readForm(text)).toEqual({ fields });
});

test.each([
  ["a=1&b=2&a=3", "a"],
  ["a[b]=1&a[b]=2", "a[b]"],
  ["a=1&a[b]=2", "a[b]"],
  ["a[b]=1&a=2", "a"],
  ["a[0]=1&a[0]=2", "a[0]"],
])("refuses %s: a parameter twice", (text, name) => {
  expect(readForm(text)).toEqual({ issue: `the parameter ${name} is given more than once` });
});

test.each(["a=%", "a=%zz", "a=%ff"])("refuses %s: not percent-encoded UTF-8", (text) => {
  expect(readForm(text)).toEqual({ issue: "the form is not percent-encoded UTF-8" });
});

describe.each(["__proto__", "constructor", "toString"])("the name %s", (name) => {
  test("is an ordinary property", () => {
    const read = readForm(`${name}=1`);
    const { fields } = read as { readonly fields: Record<string, unknown> };
    expect(Object.entries(fields)).toEqual([[name, "1"]]);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });

  test("is an ordinary property when nested", () => {
    const { fields } = readForm(`a[${name}][b]=1`) as { readonly fields: { readonly a: object } };
    expect(Object.keys(fields.a)).toEqual([name]);
    expect(({} as Record<string, unknown>)["b"]).toBeUndefined();
  });
});

test("reads two hundred thousand parameters in linear time", () => {
  const text = Array.from({ length: 200_000 }, (_, n) => `p${n}=${n}`).join("&");
  expect(Object.keys((readForm(text) as { fields: object }).fields)).toHaveLength(200_000);
});
