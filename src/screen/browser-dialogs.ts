const names = ["alert", "confirm", "prompt"] as const;

type Dialogs = Partial<Record<(typeof names)[number], (...parameters: unknown[]) => unknown>>;

/**
 * Reports the text of each `alert()`, `confirm()` and `prompt()`, before the dialog opens. It wraps the functions in
 * proxies, so that a test can still ask its own mock of `alert` how it was called. Returns a function that stops this.
 */
export function watchBrowserDialogs(onText: (text: string) => void): () => void {
  const dialogs = globalThis as Dialogs;
  let isWatching = true;
  const restores = names.flatMap((name) => {
    const original = dialogs[name];
    if (!original) return [];
    const proxy = new Proxy(original, {
      apply(target, self, parameters: unknown[]) {
        if (isWatching) onText(parameters.length > 0 ? String(parameters[0]) : "");
        return Reflect.apply(target, self, parameters);
      },
    });
    dialogs[name] = proxy;
    // A test may have replaced it since.
    return [() => void (dialogs[name] === proxy && (dialogs[name] = original))];
  });
  return () => {
    isWatching = false;
    for (const restore of restores) restore();
  };
}
