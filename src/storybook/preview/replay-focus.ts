import { addons } from "storybook/preview-api";
import { events } from "../events.ts";

/** How long a play is idle, in milliseconds, before the focus returns to the manager. */
const idleTime = 100;

let isReplaying = false;
/** Whether a step of the play has begun since the focus was last returned. */
let isActing = false;
let idle: ReturnType<typeof setTimeout> | undefined;
/** What had the focus in the story before the manager took it. */
let lost: HTMLElement | undefined;

/**
 * Returns the focus to the manager while a story is played again: its play moves the focus into the story, but the
 * user is still in the panel or the menu. Keys that arrive here in between are sent there too. Returns a function
 * that stops this.
 */
export function keepFocusInManager(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (!isReplaying || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { key, shiftKey } = event;
    addons.getChannel().emit(events.key, { key, shiftKey });
  };
  // The user goes to the story.
  const onPointer = (event: PointerEvent): void => {
    if (event.isTrusted) stopReplay();
  };
  // A busy manager takes the focus late, when the next step has begun.
  const onBlur = (): void => {
    if (isActing) setTimeout(focusLost);
  };
  window.addEventListener("blur", onBlur);
  window.addEventListener("keydown", onKey, true);
  window.addEventListener("pointerdown", onPointer, true);
  return () => {
    window.removeEventListener("blur", onBlur);
    window.removeEventListener("keydown", onKey, true);
    window.removeEventListener("pointerdown", onPointer, true);
  };
}

/** A play starts because of a selection in the manager. */
export function startReplay(): void {
  isReplaying = true;
}

/** Returns the focus to the story for the next step of its play, which may type where the last one clicked. */
export function restoreFocus(): void {
  clearTimeout(idle);
  isActing = true;
  if (document.activeElement === document.body) focusLost();
}

/** Returns the focus to the manager after a while in which the play does nothing. */
export function returnFocusWhenIdle(isIdle: () => boolean): void {
  if (!isReplaying) return;
  clearTimeout(idle);
  idle = setTimeout(() => {
    if (isIdle()) returnFocus();
  }, idleTime);
}

/** The play is over. */
export function endReplay(): void {
  if (!isReplaying) return;
  returnFocus();
  stopReplay();
}

function stopReplay(): void {
  isReplaying = false;
  isActing = false;
  lost = undefined;
  clearTimeout(idle);
}

function focusLost(): void {
  if (lost?.isConnected) lost.focus({ preventScroll: true });
  lost = undefined;
}

function returnFocus(): void {
  isActing = false;
  if (!document.hasFocus()) return;
  // The browser forgets it once an element outside of this frame has the focus.
  if (document.activeElement instanceof HTMLElement) lost = document.activeElement;
  addons.getChannel().emit(events.focus);
}
