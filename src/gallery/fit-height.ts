/** The height that a cell can have, in pixels of its page. */
const highest = 1200;

/** Makes a frame as high as its page, now and when the page grows. */
export function fitHeight(frame: HTMLIFrameElement, signal: AbortSignal): void {
  // A page of another site cannot be measured.
  const body = frame.contentDocument?.body;
  if (!body) return;
  let lastExcess = 0;
  const observer = new ResizeObserver(() => {
    const { scrollHeight } = body.ownerDocument.documentElement;
    const excess = scrollHeight - frame.clientHeight;
    // Some pages are always higher than their frame, by the same amount: they would grow with it without end.
    if (excess <= 1 || excess === lastExcess) return;
    lastExcess = excess;
    frame.style.height = `${Math.min(scrollHeight, highest)}px`;
  });
  observer.observe(body);
  signal.addEventListener("abort", () => observer.disconnect());
}
