import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { partStore } from "./part-store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A browser that opens databases, if it does, and then says nothing more. */
function silentBrowser({ opens }: { readonly opens: boolean }) {
  const done = { closed: 0, aborted: 0 };
  const transaction = {
    abort: () => done.aborted++,
    objectStore: () => ({ transaction, clear: () => ({}), get: () => ({}) }),
  };
  const db = { transaction: () => transaction, close: () => done.closed++ };
  vi.stubGlobal("indexedDB", {
    databases: async () => [{ name: "files" }],
    open() {
      const request: { result?: unknown; onsuccess?: () => void } = {};
      if (opens) queueMicrotask(() => request.onsuccess?.());
      request.result = db;
      return request;
    },
    deleteDatabase: () => ({}),
  });
  return done;
}

/** The end of something that waits for as long as the page has patience. */
async function outwaited<T>(end: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(60_000);
  return end;
}

test.each([true, false])("a browser that does not answer is given up: opens %s", async (opens) => {
  const done = silentBrowser({ opens });
  const store = partStore("files");
  expect(await outwaited(store.write([["facts", 1]]))).toBe("blocked");
  expect(await outwaited(store.read(["facts"]))).toBe("blocked");
  expect(await outwaited(store.clear())).toBe(false);
  expect(done).toEqual(opens ? { closed: 2, aborted: 1 } : { closed: 0, aborted: 0 });
});

test("what is not there is not made by looking for it", async () => {
  silentBrowser({ opens: true });
  expect(await partStore("others").read(["facts"])).toBeNull();
});
