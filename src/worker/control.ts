/** Where a page keeps, over one reload, that it was reloaded. */
interface Keeper {
  read(key: string): string | null;
  /** Null forgets it. */
  write(key: string, text: string | null): void;
}

const reloaded = "auth0-msw: reloaded for the worker";

/**
 * Reloads a page that its worker does not control, as happens to one that loads while the page before
 * takes its worker down. Throws when that has not helped.
 */
export async function reloadUncontrolled(keeper: Keeper): Promise<void> {
  const isSecondTry = keeper.read(reloaded) !== null;
  if (isControlled()) {
    if (isSecondTry) keeper.write(reloaded, null);
    return;
  }
  keeper.write(reloaded, "yes");
  if (isSecondTry || keeper.read(reloaded) === null) throw notControlled();
  location.reload();
  await new Promise(() => {});
}

export function isControlled(): boolean {
  return navigator.serviceWorker.controller !== null;
}

export function notControlled(): Error {
  return new Error("Mocking failed: the service worker does not control this page. Close its other tabs and reload.");
}
