export interface Drag {
  /** How far the pointer must move. Until then it is a click. */
  readonly threshold: number;
  /** Gets the distance from where the pointer was pressed. */
  readonly onMove: (x: number, y: number) => void;
  /** Called after a drag, and not after a click. */
  readonly onEnd?: (isCancelled: boolean) => void;
}

/** Follows the pointer that was pressed on an element, also outside of it, until it is released. */
export function followPointer(
  { currentTarget: element, pointerId, button, clientX, clientY }: PointerEvent,
  { threshold, onMove, onEnd }: Drag,
): void {
  if (button !== 0 || !(element instanceof HTMLElement)) return;
  let isDragging = false;
  const following = new AbortController();
  const listen = (type: "pointermove" | "pointerup" | "pointercancel", listener: (event: PointerEvent) => void): void =>
    element.addEventListener(type, (event) => event.pointerId === pointerId && listener(event), following);

  element.setPointerCapture(pointerId);
  listen("pointermove", (event) => {
    const [x, y] = [event.clientX - clientX, event.clientY - clientY];
    isDragging ||= Math.hypot(x, y) >= threshold;
    if (isDragging) onMove(x, y);
  });
  const end = ({ type }: PointerEvent): void => {
    following.abort();
    if (isDragging) onEnd?.(type === "pointercancel");
  };
  listen("pointerup", end);
  listen("pointercancel", end);
}
