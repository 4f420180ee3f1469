/** Animations that take longer may be what the story waits for, such as the time that a message is shown. */
const short = 1000;

/**
 * While anything moves, the browser draws the whole page of dozens of frames again and again. So this finishes the short
 * animations and transitions of this page, and pauses those that never end, such as spinners: now and when they start.
 * Returns a function that lets them go on.
 */
export function holdAnimations(): () => void {
  const paused = new Set<Animation>();
  const hold = (): void => {
    for (const animation of document.getAnimations()) {
      const { iterations, endTime } = animation.effect?.getComputedTiming() ?? {};
      if (iterations === Infinity) paused.add(animation);
      else if (Number(endTime) <= short) animation.finish();
    }
    for (const animation of paused) animation.pause();
  };
  hold();
  const events = ["animationstart", "transitionrun"];
  for (const event of events) addEventListener(event, hold, true);
  return () => {
    for (const event of events) removeEventListener(event, hold, true);
    for (const animation of paused) animation.play();
    paused.clear();
  };
}
