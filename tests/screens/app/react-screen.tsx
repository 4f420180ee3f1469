import type { ComponentType } from "react";
import { createRoot } from "react-dom/client";
import type { SeededScreen } from "./screen.ts";

/** A screen that is a component of React. */
export function reactScreen(
  name: string,
  fault: SeededScreen["fault"],
  Screen: ComponentType,
  more?: Pick<SeededScreen, "attempts" | "quietFor">,
): SeededScreen {
  return {
    name,
    fault,
    mount(element) {
      const root = createRoot(element, { onCaughtError: () => {} });
      root.render(<Screen />);
      return () => root.unmount();
    },
    ...more,
  };
}
