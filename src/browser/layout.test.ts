import { describe, expect, test } from "vitest";
import { cornerAfter, defaultLayout, dockIn, nearestCorner } from "./layout.ts";

describe("dockIn", () => {
  const size = (width: number, height: number, change = {}) => {
    const { side, size: pixels } = dockIn({ width, height }, { ...defaultLayout, ...change });
    return [side, pixels];
  };

  test("is at the chosen side, with the size for that side", () => {
    expect(size(1280, 720)).toEqual(["right", 480]);
    expect(size(1280, 720, { side: "left", width: 500, height: 300 })).toEqual(["left", 500]);
    expect(size(1280, 720, { side: "bottom", width: 500, height: 300 })).toEqual(["bottom", 300]);
  });

  test("leaves 320 pixels for the page beside it, and a quarter of the height above it", () => {
    expect(size(1280, 720, { width: 5000 })).toEqual(["right", 960]);
    expect(size(700, 720)).toEqual(["right", 380]);
    expect(size(1280, 720, { side: "bottom", height: 5000 })).toEqual(["bottom", 540]);
  });

  test("is not smaller than its content", () => {
    expect(size(1280, 720, { width: 1 })).toEqual(["right", 320]);
    expect(size(1280, 720, { side: "bottom", height: -1 })).toEqual(["bottom", 160]);
  });

  test("is at the bottom of a narrow viewport, with at most half of the height", () => {
    expect(size(699, 720)).toEqual(["bottom", 360]);
    expect(size(320, 480, { side: "left" })).toEqual(["bottom", 240]);
    expect(size(568, 200)).toEqual(["bottom", 100]);
  });
});

test("nearestCorner divides the viewport into four", () => {
  const viewport = { width: 1000, height: 600 };
  expect([
    nearestCorner(viewport, 499, 299),
    nearestCorner(viewport, 501, -50),
    nearestCorner(viewport, 0, 301),
    nearestCorner(viewport, 1100, 900),
  ]).toEqual(["top-left", "top-right", "bottom-left", "bottom-right"]);
});

test("cornerAfter follows the arrow keys", () => {
  expect(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "a"].map((key) => cornerAfter(key, "top-right"))).toEqual([
    "top-right",
    "bottom-right",
    "top-left",
    "top-right",
    undefined,
  ]);
});
