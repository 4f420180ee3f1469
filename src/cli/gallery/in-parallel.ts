/** Lets each of several workers take one item after the other. Resolves to the results in the order of the items. */
export async function inParallel<Worker, Item, Result>(
  workers: readonly Worker[],
  items: readonly Item[],
  task: (worker: Worker, item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const entries = items.entries();
  await Promise.all(
    workers.map(async (worker) => {
      for (const [index, item] of entries) results[index] = await task(worker, item);
    }),
  );
  return results;
}
