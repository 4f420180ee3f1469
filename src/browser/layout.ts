/** The corners that the button can be in. */
export const corners = ["top-left", "top-right", "bottom-left", "bottom-right"] as const;

/** The sides of the page that the drawer can be at. */
export const sides = ["left", "bottom", "right"] as const;

export type Corner = (typeof corners)[number];
export type Side = (typeof sides)[number];

/** Where the button and the drawer are, and how large the drawer is. */
export interface Layout {
  readonly corner: Corner;
  readonly side: Side;
  /** The size of a drawer at the left or right, in pixels. */
  readonly width: number;
  /** The size of a drawer at the bottom, in pixels. */
  readonly height: number;
}

export const defaultLayout: Layout = { corner: "bottom-right", side: "right", width: 480, height: 400 };

/** The part of the viewport that the drawer takes. */
export interface Dock {
  readonly side: Side;
  /** The property of the layout that has its size. */
  readonly dimension: "width" | "height";
  readonly size: number;
  readonly min: number;
  readonly max: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Narrower viewports have no room for a drawer beside the page. */
const narrow = 700;

/** Whether the drawer can only be at the bottom. */
export function isNarrow({ width }: Size): boolean {
  return width < narrow;
}

/** Where the drawer is in a viewport. It leaves room for the page. */
export function dockIn(viewport: Size, { side, width, height }: Layout): Dock {
  const isBelow = side === "bottom" || isNarrow(viewport);
  const max = isBelow ? Math.floor(viewport.height * (isNarrow(viewport) ? 0.5 : 0.75)) : viewport.width - 320;
  const min = Math.min(isBelow ? 160 : 320, max);
  return {
    side: isBelow ? "bottom" : side,
    dimension: isBelow ? "height" : "width",
    size: Math.min(Math.max(isBelow ? height : width, min), max),
    min,
    max,
  };
}

/** The corner of a viewport that is nearest to a point. */
export function nearestCorner(viewport: Size, x: number, y: number): Corner {
  return `${y < viewport.height / 2 ? "top" : "bottom"}-${x < viewport.width / 2 ? "left" : "right"}`;
}

/** The corner that an arrow key leads to, or undefined for any other key. */
export function cornerAfter(key: string, corner: Corner): Corner | undefined {
  const [vertical, horizontal] = corner.split("-") as ["top" | "bottom", "left" | "right"];
  if (key === "ArrowUp") return `top-${horizontal}`;
  if (key === "ArrowDown") return `bottom-${horizontal}`;
  if (key === "ArrowLeft") return `${vertical}-left`;
  return key === "ArrowRight" ? `${vertical}-right` : undefined;
}
