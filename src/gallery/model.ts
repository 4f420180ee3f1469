import type { Endpoint } from "../../scenarios/types.ts";
import type { Cell, Outcome } from "./cell.ts";
import type { StoryMessage } from "./cell-report.ts";
import { firstKinds, type Kind } from "./kinds.ts";

/** What the user chose. */
export interface Settings {
  /** Undefined: the one that the story sends requests to. */
  readonly endpoint?: Endpoint | undefined;
  readonly kinds: readonly Kind[];
  /** The width of the page in a cell, in pixels. */
  readonly width: number;
  /** How large a page is drawn, in percent. */
  readonly zoom: number;
  /** `cells`: the story for each scenario. `words`: only what it says, side by side. */
  readonly view: "cells" | "words";
  /** Shows only the cells with this outcome. */
  readonly only?: Outcome | undefined;
}

export const firstSettings: Settings = { kinds: firstKinds, width: 390, zoom: 75, view: "cells" };

/** Everything that the gallery shows. */
export interface GalleryModel {
  readonly host: GalleryHost;
  /** What the story itself has reported. Undefined until its first frame has played. */
  readonly story?: StoryMessage;
  /** Why the story cannot be shown. */
  readonly problem?: string | undefined;
  readonly settings: Settings;
  readonly endpoint: Endpoint;
  readonly cells: readonly Cell[];
  readonly isStopped: boolean;
}

/** What the page around the gallery knows and does. */
export interface GalleryHost {
  /** Properties of the style, for `theme.ts` of the panel. */
  readonly theme: Readonly<Record<string, string>>;
  /** The title and name of the story. */
  readonly title: string;
  /** The URL of the story with a scenario switched on, or as it is when there is none. */
  readonly frameUrl: (id?: string) => string;
  /** Opens the story, with a scenario switched on. */
  readonly open: (id?: string) => void;
}

/** What the user does in the gallery. */
export interface GalleryActions {
  /** Shows other scenarios, or shows them in another way. */
  readonly choose: (change: Partial<Settings>) => void;
  /** Loads no further frame. */
  readonly stop: () => void;
  /** Loads the frames that were not loaded yet. */
  readonly goOn: () => void;
  /** Loads all frames again. */
  readonly runAgain: () => void;
  /** Called with the element of each cell. */
  readonly onCell: (element: Element | undefined) => void;
  /** Called whenever a page has loaded in the frame of a cell. */
  readonly onLoad: (cell: Cell, frame: HTMLIFrameElement) => void;
}
