import { expect, test } from "vitest";
import { litScreens } from "./app/lit.ts";
import { plainScreens } from "./app/plain.ts";
import { reactScreens } from "./app/react.tsx";
import { testScreens } from "./seeded.ts";

// Screens with one planted fault each, and correct screens beside them.

const screens = [...reactScreens, ...plainScreens, ...litScreens];

testScreens(screens);

test("the app has enough faults", () => {
  expect(screens.filter(({ fault }) => fault !== "none").length).toBeGreaterThanOrEqual(20);
});
