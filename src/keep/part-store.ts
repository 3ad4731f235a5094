import { promisifyRequest, type UseStore } from "idb-keyval";

/** Why something could not be kept: no room is left, or the browser lets the page keep nothing. */
export type NotKept = "full" | "blocked";

/** Named parts of one data set, kept in this browser. */
export interface PartStore {
  /** Replaces whatever is kept by these parts, all or none of them; each is written in a task of its own. Null where it worked. */
  write(parts: Iterable<readonly [name: string, part: unknown]>): Promise<NotKept | null>;
  /** Parts in the order of their names, undefined for those that are not there; null where nothing is kept. */
  read(names: readonly string[]): Promise<unknown[] | null | "blocked">;
  /** Removes the parts and the database that held them. False where the browser refuses. */
  clear(): Promise<boolean>;
}

const STORE = "parts";
/** One part is at most a column long; a browser that takes longer has stopped answering. */
const PATIENCE_MS = 20_000;

/** Keeps parts in IndexedDB under a database of this name. It is closed after every use, so that it can be removed at any time. */
export function partStore(database: string): PartStore {
  const using: UseStore = async (mode, use) => {
    const db = await opened(database, mode);
    try {
      return await use(db.transaction(STORE, mode).objectStore(STORE));
    } finally {
      db.close();
    }
  };
  return {
    async write(parts) {
      try {
        await using("readwrite", async (store) => {
          const put = async () => {
            await answered(promisifyRequest(store.clear()));
            for (const [name, part] of parts)
              await answered(promisifyRequest(store.put(part, name)));
          };
          const whole = promisifyRequest(store.transaction);
          await Promise.race([whole, put().then(() => answered(whole))]).catch((error) => {
            // What is written late would be kept without anybody knowing.
            abort(store.transaction);
            throw error;
          });
        });
        return null;
      } catch (error) {
        return error instanceof DOMException && error.name === "QuotaExceededError"
          ? "full"
          : "blocked";
      }
    },
    async read(names) {
      try {
        return await using("readonly", async (store) => {
          const parts: unknown[] = [];
          for (const name of names) parts.push(await answered(promisifyRequest(store.get(name))));
          return parts;
        });
      } catch (error) {
        // A database that is not there is not made by looking at it.
        return error instanceof DOMException && error.name === "AbortError" ? null : "blocked";
      }
    },
    async clear() {
      try {
        await answered(promisifyRequest(indexedDB.deleteDatabase(database)));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** The end of a request; rejects where the browser opens a database and then says nothing more. */
function answered<T>(request: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const silence = new Promise<never>((_, reject) => {
    const late = () => reject(new DOMException("no answer", "TimeoutError"));
    timer = setTimeout(late, PATIENCE_MS);
  });
  return Promise.race([request, silence]).finally(() => clearTimeout(timer));
}

/** Opens the database. One that is not there is made for writing only: a look leaves nothing behind. */
async function opened(database: string, mode: IDBTransactionMode): Promise<IDBDatabase> {
  if (mode === "readonly" && !(await isThere(database)))
    throw new DOMException("no database", "AbortError");
  const request = indexedDB.open(database);
  request.onupgradeneeded = () => {
    if (mode === "readwrite") request.result.createObjectStore(STORE);
    else request.transaction?.abort();
  };
  const whole = promisifyRequest(request);
  return answered(whole).catch((error) => {
    void whole.then(
      (late) => late.close(),
      () => undefined,
    );
    throw error;
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

/** True also where the browser does not say. */
async function isThere(database: string): Promise<boolean> {
  const all = await answered(indexedDB.databases()).catch(() => null);
  return all === null || all.some(({ name }) => name === database);
}
