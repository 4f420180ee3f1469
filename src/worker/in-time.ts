// Tests may replace them with fake timers.
const { setTimeout, clearTimeout } = globalThis;

/** Settles like the promise. Rejects with `message` when it takes longer than `limit`, in milliseconds. */
export async function inTime<Result>(promise: Promise<Result>, limit: number, message: string): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), limit);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
