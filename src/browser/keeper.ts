import { messageOf } from "./loose-mock.ts";

/** What lasts as long as the tab: sessionStorage, or nothing where the page may not use it. */
export interface Keeper {
  read(key: string): string | null;
  /** Null forgets it. */
  write(key: string, text: string | null): void;
}

/** Tells once why nothing can be kept, and leaves the rest of the page alone. */
export function createKeeper(tell: (problem: string) => void): Keeper {
  let isTold = false;
  const attempt = <Result>(run: (storage: Storage) => Result): Result | null => {
    try {
      return run(sessionStorage);
    } catch (error) {
      if (!isTold) {
        tell(
          `Choices are not kept over reloads: the browser refuses sessionStorage (${messageOf(error)}). ` +
            `Allow site data for ${location.origin}, or free some of it.`,
        );
      }
      isTold = true;
      return null;
    }
  };
  return {
    read: (key) => attempt((storage) => storage.getItem(key)),
    write(key, text) {
      attempt((storage) => {
        if (text === null) storage.removeItem(key);
        else storage.setItem(key, text);
      });
    },
  };
}
