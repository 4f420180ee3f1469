import { expect, test } from "vitest";
import { leftPage, whereItWent } from "./where-it-went.ts";

test.each([
  ["http://localhost:6006/iframe.html?id=a--b&auth0-cell=1", undefined],
  ["about:blank", undefined],
  ["http://localhost:6006/locked?why=blocked", "/locked"],
  ["data:text/html,locked", "data:text/html,locked"],
])("%s", (href, place) => {
  expect(whereItWent(href)).toBe(place);
});

test("what was said before the page was left counts", () => {
  const said = { verdict: "says", sentence: "Your account is blocked.", why: "It is visible and announced." } as const;
  expect(leftPage("/locked", { state: "judged", judgement: said }).judgement).toBe(said);
  expect(leftPage("/locked", undefined).judgement).toEqual({
    verdict: "unseen",
    sentence: "",
    why: "The page went to /locked. What it says there cannot be seen.",
  });
});
