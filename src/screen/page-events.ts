/** What happened to a page beside its content. */
export interface PageEvents {
  /** The message of the first error that no code handled. */
  readonly thrown: string | undefined;
  /** The address that the page was left for, or an empty string when it is unknown. */
  readonly leftFor: string | undefined;
  stop(): void;
}

/** Watches a page for errors that no code handles, and for its end. */
export function watchPageEvents(view: Window): PageEvents {
  let thrown: string | undefined;
  let leftFor: string | undefined;
  let nextAddress = "";
  const stops = [
    listenToErrors(view, ({ message, error }) => {
      thrown ??= toMessage(error ?? message);
    }),
    listen(view, "unhandledrejection", ({ reason }: PromiseRejectionEvent) => {
      thrown ??= toMessage(reason);
    }),
    listen(view, "pagehide", () => {
      leftFor ??= nextAddress;
    }),
    // A router may still stop it: `pagehide` tells.
    listen(view.navigation, "navigate", ({ destination }: NavigateEvent) => {
      nextAddress = destination.sameDocument ? nextAddress : destination.url;
    }),
    onNavigationInJsdom(() => {
      leftFor ??= "";
    }),
  ];
  return {
    get thrown() {
      return thrown;
    },
    get leftFor() {
      return leftFor;
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

function listen(target: EventTarget | undefined, type: string, listener: (event: never) => void): () => void {
  target?.addEventListener(type, listener as EventListener);
  return () => target?.removeEventListener(type, listener as EventListener);
}

/**
 * In jsdom, Vitest reports an error only when a test has no listener of its own. It counts the calls of
 * both methods: each pair here leaves its count as it was.
 */
function listenToErrors(view: Window, listener: (event: ErrorEvent) => void): () => void {
  view.addEventListener("error", listener);
  view.removeEventListener("error", ignore);
  return () => {
    view.addEventListener("error", ignore);
    view.removeEventListener("error", listener);
  };
}

function ignore(): void {}

interface Jsdom {
  readonly virtualConsole: {
    on(type: "jsdomError", listener: (error: Error) => void): void;
    off(type: "jsdomError", listener: (error: Error) => void): void;
  };
}

/** jsdom stays on the page, and only reports that it cannot leave. Vitest makes it available. */
function onNavigationInJsdom(onLeave: () => void): () => void {
  const { virtualConsole } = (globalThis as { readonly jsdom?: Partial<Jsdom> }).jsdom ?? {};
  if (!virtualConsole) return () => {};
  const listener = ({ message }: Error): void => {
    if (message.includes("navigation to another Document")) onLeave();
  };
  virtualConsole.on("jsdomError", listener);
  return () => virtualConsole.off("jsdomError", listener);
}

function toMessage(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
}
