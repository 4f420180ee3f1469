import { afterEach, expect, test } from "vitest";
import { holdAnimations } from "../../src/storybook/preview/hold-animations.ts";

let go = (): void => {};

afterEach(() => {
  go();
  document.body.replaceChildren();
});

/** Starts an animation. Resolves when the browser has reported its start. */
async function animate(how: string): Promise<Animation> {
  const started = next("animationstart");
  document.body.insertAdjacentHTML(
    "beforeend",
    `<style>@keyframes turn { to { rotate: 1turn } }</style><p style="animation: turn ${how}">Text</p>`,
  );
  const [animation] = (document.body.lastElementChild as Element).getAnimations();
  await started;
  return animation as Animation;
}

function next(event: string): Promise<unknown> {
  return new Promise((resolve) => addEventListener(event, resolve, { once: true }));
}

test("endless animations stand still until they may go on", async () => {
  const before = await animate("1s infinite");
  go = holdAnimations();
  const later = await animate("1s infinite");
  expect([before, later].map(({ playState }) => playState)).toEqual(["paused", "paused"]);
  go();
  const after = await animate("1s infinite");
  expect([before, later, after].map(({ playState }) => playState)).toEqual(["running", "running", "running"]);
});

test("short animations and transitions are at their end at once, and report it", async () => {
  go = holdAnimations();
  const ended = next("animationend");
  const short = await animate("900ms forwards");
  expect(short.playState).toBe("finished");
  await ended;
  document.body.insertAdjacentHTML("beforeend", '<p style="transition: opacity 900ms">Text</p>');
  const element = document.body.lastElementChild as HTMLElement;
  const began = next("transitionrun");
  const transitionEnded = next("transitionend");
  expect(getComputedStyle(element).opacity).toBe("1");
  element.style.opacity = "0.5";
  expect(getComputedStyle(element).opacity).toBe("1");
  await began;
  expect(getComputedStyle(element).opacity).toBe("0.5");
  await transitionEnded;
});

test("a longer animation takes its time", async () => {
  go = holdAnimations();
  const long = await animate("1001ms");
  expect(long.playState).toBe("running");
});
