/** Resolves with the next event. */
export function once(target: EventTarget, type: string): Promise<Event> {
  return new Promise((resolve) => target.addEventListener(type, resolve, { once: true }));
}

/**
 * Resolves when the page has not changed for some time, and nothing moves that will stop. A silent screen has no event
 * to wait for.
 */
export async function untilQuiet(milliseconds = 30): Promise<void> {
  let changes = 0;
  const observer = new MutationObserver(() => changes++);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  let before: number;
  do {
    before = changes;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    // A transition begins two frames after its element was added. On a busy machine they can be late.
    await nextFrame();
    await nextFrame();
  } while (changes > before || isMoving());
  observer.disconnect();
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** jsdom and happy-dom have no animations. A spinner turns forever. */
function isMoving(): boolean {
  const animations: readonly Animation[] = document.getAnimations?.() ?? [];
  return animations.some(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
}
