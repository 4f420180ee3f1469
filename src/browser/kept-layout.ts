import { corners, defaultLayout, type Layout, sides } from "./layout.ts";

// It is a preference: unlike what is switched on, it also applies to other tabs, and it stays.
const key = "auth0-msw: layout of the switcher";

/** The layout that the user left, or the default. */
export function readLayout(): Layout {
  try {
    return toLayout(JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Layout>);
  } catch {
    return defaultLayout;
  }
}

/** Keeps a layout in this browser, unless it blocks localStorage. */
export function keepLayout(layout: Layout): void {
  try {
    localStorage.setItem(key, JSON.stringify(layout));
  } catch {
    // It still applies until the next reload.
  }
}

function toLayout({ corner, side, width, height }: Partial<Layout>): Layout {
  return {
    corner: corners.find((each) => each === corner) ?? defaultLayout.corner,
    side: sides.find((each) => each === side) ?? defaultLayout.side,
    width: Number.isFinite(width) ? Number(width) : defaultLayout.width,
    height: Number.isFinite(height) ? Number(height) : defaultLayout.height,
  };
}
