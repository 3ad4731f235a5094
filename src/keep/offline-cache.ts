/** The files of an application as it was built. */
export interface BuiltFiles {
  /** All of them, by their addresses relative to the application's. */
  readonly files: readonly string[];
  /** Those that are kept before they are asked for; the others once they are. */
  readonly first: readonly string[];
  /** A name for their contents. */
  readonly build: string;
}

/** What keeps an application usable without a network; lives in a service worker. */
export interface OfflineCache {
  /** Keeps the files that every visit needs. */
  keep(): Promise<void>;
  /** Removes what older builds of the same application have kept. */
  forgetOlder(): Promise<void>;
  /** Answers what the application asks of its own files; null for anything else, which goes its usual way. */
  answer(request: Request): Promise<Response> | null;
}

/** What it needs of its surroundings. */
export interface OfflineSurroundings {
  /** Address of the application, with the final slash. */
  readonly scope: string;
  readonly caches: Pick<CacheStorage, "open" | "keys" | "delete">;
  readonly fetch: (request: Request) => Promise<Response>;
}

const PATIENCE_MS = 3000;
const ASSETS = "assets/";

/**
 * Keeps the files of an application. Those in `assets`, whose names change with their content, come from the cache; the others from
 * the network as long as it answers within three seconds, so that nobody is held on an old version.
 */
export function offlineCache(
  { files, first, build }: BuiltFiles,
  { scope, caches, fetch: ask }: OfflineSurroundings,
): OfflineCache {
  const own = `value-palette ${scope} `;
  const opened = caches.open(own + build);

  async function fromCache(request: Request, file: string): Promise<Response> {
    const cache = await opened;
    const cached = await cache.match(scope + file);
    if (cached) return cached;
    const reply = await ask(request);
    if (reply.ok) await cache.put(scope + file, reply.clone());
    return reply;
  }

  async function fromNetwork(request: Request, file: string): Promise<Response> {
    const cached = await (await opened).match(scope + file);
    const answer = ask(request);
    if (!cached) return answer;
    const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, cached));
    return Promise.race([answer.catch(() => cached), late]);
  }

  return {
    async keep() {
      // The browser may hold an older copy of what has a name for good.
      const from = (file: string) => (file.startsWith(ASSETS) ? "default" : "reload");
      const requests = first.map((file) => new Request(scope + file, { cache: from(file) }));
      await (await opened).addAll(requests);
    },
    async forgetOlder() {
      const names = await caches.keys();
      const older = names.filter((name) => name.startsWith(own) && name !== own + build);
      await Promise.all(older.map((name) => caches.delete(name)));
    },
    answer(request) {
      const address = request.url.split(/[?#]/)[0];
      const file = address.slice(scope.length) || "index.html";
      if (request.method !== "GET" || !address.startsWith(scope) || !files.includes(file))
        return null;
      return file.startsWith(ASSETS) ? fromCache(request, file) : fromNetwork(request, file);
    },
  };
}
