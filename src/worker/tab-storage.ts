import { messageOf } from "../catalog/show-value.ts";

/** Keeps data of a browser tab over reloads, in sessionStorage. Keeps nothing when the browser blocks it. */
export interface TabStorage {
  read(key: string): string | null;
  /** Null removes the entry. */
  write(key: string, text: string | null): void;
}

/**
 * Calls `onBlocked` once, with the reason, when the browser blocks the storage. With `localStorage`, the data stays
 * when the tab is closed.
 */
export function createTabStorage(
  onBlocked: (reason: string) => void,
  kind: "sessionStorage" | "localStorage" = "sessionStorage",
): TabStorage {
  let isReported = false;
  const access = <Result>(run: (storage: Storage) => Result): Result | null => {
    try {
      return run(globalThis[kind]);
    } catch (error) {
      if (!isReported) {
        isReported = true;
        onBlocked(messageOf(error));
      }
      return null;
    }
  };
  return {
    read: (key) => access((storage) => storage.getItem(key)),
    write(key, text) {
      access((storage) => {
        if (text === null) storage.removeItem(key);
        else storage.setItem(key, text);
      });
    },
  };
}
