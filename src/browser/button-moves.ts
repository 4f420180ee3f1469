import { followPointer } from "./drag.ts";
import { type Corner, cornerAfter, nearestCorner } from "./layout.ts";

/** Moves the button to another corner: by dragging it, or with Alt and an arrow key. */
export class ButtonMoves {
  readonly #moveTo: (corner: Corner) => Promise<unknown>;
  #endsDrag = false;

  /** @param moveTo Resolves when the button is in its new corner. */
  constructor(moveTo: (corner: Corner) => Promise<unknown>) {
    this.#moveTo = moveTo;
  }

  onPointerdown = (event: PointerEvent): void => {
    this.#endsDrag = false;
    const button = event.currentTarget as HTMLElement;
    followPointer(event, {
      threshold: 6,
      onMove: (x, y) => {
        button.classList.add("dragged");
        button.style.translate = `${x}px ${y}px`;
      },
      onEnd: (isCancelled) => {
        button.classList.remove("dragged");
        this.#endsDrag = !isCancelled;
        if (isCancelled) button.style.translate = "";
        else void this.#drop(button);
      },
    });
  };

  onKeydown = (event: KeyboardEvent, corner: Corner): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const next = cornerAfter(key, corner);
    if (!next || !altKey || ctrlKey || metaKey || shiftKey) return;
    // With Alt, the arrow keys also go back and forward in the history.
    event.preventDefault();
    void this.#moveTo(next);
  };

  /** Whether a click is only the end of a drag. Keys click without `detail`. */
  endsDrag({ detail }: MouseEvent): boolean {
    const endsDrag = this.#endsDrag && detail > 0;
    this.#endsDrag = false;
    return endsDrag;
  }

  async #drop(button: HTMLElement): Promise<void> {
    const from = button.getBoundingClientRect();
    const viewport = { width: innerWidth, height: innerHeight };
    await this.#moveTo(nearestCorner(viewport, from.x + from.width / 2, from.y + from.height / 2));
    button.style.translate = "";
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const to = button.getBoundingClientRect();
    button.animate(
      { translate: [`${from.x - to.x}px ${from.y - to.y}px`, "0 0"] },
      { duration: 180, easing: "cubic-bezier(0.2, 0, 0, 1)" },
    );
  }
}
