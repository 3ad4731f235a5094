import { promisifyRequest, type UseStore } from "idb-keyval";

/** Why something could not be kept: no room is left, or the browser lets the page keep nothing. */
export type NotKept = "full" | "blocked";

/** Named parts of one data set, kept in this browser. */
export interface PartStore {
  /** Replaces whatever is kept by these parts, all or none of them; each is written in a task of its own. Null where it worked. */
  write(parts: Iterable<readonly [name: string, part: unknown]>): Promise<NotKept | null>;
  /** Parts in the order of their names, undefined for those that are not there; null where nothing is kept or can be read. */
  read(names: readonly string[]): Promise<unknown[] | null>;
  /** Removes the parts and the database that held them. False where the browser refuses. */
  clear(): Promise<boolean>;
}

const STORE = "parts";

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
            await promisifyRequest(store.clear());
            for (const [name, part] of parts) await promisifyRequest(store.put(part, name));
          };
          await Promise.all([promisifyRequest(store.transaction), put()]);
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
          for (const name of names) parts.push(await promisifyRequest(store.get(name)));
          return parts;
        });
      } catch {
        return null;
      }
    },
    async clear() {
      try {
        await promisifyRequest(indexedDB.deleteDatabase(database));
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Opens the database. One that is not there is made for writing only: a look leaves nothing behind. */
function opened(database: string, mode: IDBTransactionMode): Promise<IDBDatabase> {
  const request = indexedDB.open(database);
  request.onupgradeneeded = () => {
    if (mode === "readwrite") request.result.createObjectStore(STORE);
    else request.transaction?.abort();
  };
  return promisifyRequest(request);
}
