/** How long a page may take, in milliseconds. Less than a test: it must not fail because a page hangs. */
const limit = 5000;

/** Resolves like the promise. Rejects when a page takes too long. */
export async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The page did not react within ${limit / 1000} seconds.`)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
