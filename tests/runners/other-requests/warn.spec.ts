import { setupAuth0 } from "auth0-msw/vitest";
import { describe, test, vi } from "vitest";

setupAuth0({ domain: "127.0.0.1:1023" });

const ask = (path: string) => fetch(`http://127.0.0.1:1023${path}`, { method: "POST" }).catch(() => undefined);

describe.concurrent("at once", () => {
  test.each([1, 2, 3])("asks for path %i", async (n) => {
    await ask(`/path-${n}`);
    await ask(`/path-${n}`);
  });
});

test("with fake timers", async () => {
  vi.useFakeTimers();
  await ask("/fake");
  vi.useRealTimers();
});
