/** The height that a cell can have, in pixels of its page. */
const highest = 1200;

/** A page that is always higher than its frame must not make it grow without end. */
const mostSteps = 3;

/** Makes a frame as high as its page, now and when the page grows. */
export function fitHeight(frame: HTMLIFrameElement, signal: AbortSignal): void {
  // A page of another site cannot be measured.
  const body = frame.contentDocument?.body;
  if (!body) return;
  let steps = 0;
  const observer = new ResizeObserver(() => {
    const { scrollHeight } = body.ownerDocument.documentElement;
    if (scrollHeight <= frame.clientHeight || steps === mostSteps) return;
    steps += 1;
    frame.style.height = `${Math.min(scrollHeight, highest)}px`;
  });
  observer.observe(body);
  signal.addEventListener("abort", () => observer.disconnect());
}
