import { isAsBuilt, typeFits } from "./as-built.ts";

/** The files of an application as it was built. */
export interface BuiltFiles {
  /** The SHA-256 of each, in hex, by its address relative to the application's. */
  readonly files: Readonly<Record<string, string>>;
  /** Those that are kept before they are asked for; the others once they are. */
  readonly first: readonly string[];
  /** A name for their contents. */
  readonly build: string;
}

/** What keeps an application usable without a network; lives in a service worker. */
export interface OfflineCache {
  /** Keeps the files that every visit needs. Rejects, and keeps what it has, while one of them is not what was built. */
  keep(): Promise<void>;
  /** Removes what builds before the last have kept, once this one is whole: pages of the last may still be open. */
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
const ASSETS_OF_PAGE = /\b(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g;

/**
 * Keeps the files of an application, each only as it was built: hosts answer with other things too while a new version is on its
 * way. Those in `assets`, whose names change with their content, come from the cache; the others from the network as long as it
 * answers with a whole version within three seconds, so that nobody is held on an old one.
 */
export function offlineCache(built: BuiltFiles, surroundings: OfflineSurroundings): OfflineCache {
  return new CacheOfBuild(built, surroundings);
}

class CacheOfBuild implements OfflineCache {
  readonly #built: BuiltFiles;
  readonly #surroundings: OfflineSurroundings;
  readonly #prefix: string;
  readonly #own: Promise<Cache>;
  /** Kept files that were compared since this worker started. */
  readonly #compared = new Set<string>();

  constructor(built: BuiltFiles, surroundings: OfflineSurroundings) {
    this.#built = built;
    this.#surroundings = surroundings;
    this.#prefix = `value-palette ${surroundings.scope} `;
    this.#own = surroundings.caches.open(this.#prefix + built.build);
  }

  async keep(): Promise<void> {
    await Promise.all(this.#built.first.map((file) => this.#keepFile(file)));
  }

  async forgetOlder(): Promise<void> {
    for (const file of this.#built.first) if (!(await this.#kept(file))) return;
    const older = await this.#olderNames();
    await Promise.all(older.slice(0, -1).map((name) => this.#surroundings.caches.delete(name)));
  }

  answer(request: Request): Promise<Response> | null {
    const { scope } = this.#surroundings;
    const address = request.url.split(/[?#]/)[0];
    if (request.method !== "GET" || !address.startsWith(scope)) return null;
    const file = address.slice(scope.length) || "index.html";
    const isBuilt = Object.hasOwn(this.#built.files, file);
    if (file.startsWith(ASSETS))
      return isBuilt ? this.#asset(request, file) : this.#olderAsset(request, file);
    return isBuilt ? this.#newest(request, file) : null;
  }

  async #keepFile(file: string): Promise<void> {
    if (await this.#kept(file)) return;
    const request = new Request(this.#surroundings.scope + file);
    if (!(await this.#fetched(request, file)).isAsBuilt)
      throw new Error(`invalid file: ${file} is not what was built`);
  }

  /** What is kept under a name, if it is what was built; else it is removed. */
  async #kept(file: string): Promise<Response | null> {
    const own = await this.#own;
    const address = this.#surroundings.scope + file;
    const found = await own.match(address);
    if (!found) return null;
    if (this.#compared.has(file)) return found;
    if (!(await this.#isAsBuilt(file, found.clone()))) {
      await own.delete(address);
      return null;
    }
    this.#compared.add(file);
    return found;
  }

  /** A file from the network, kept if it is what was built; asked for anew where the browser had put something else under its name. */
  async #fetched(
    request: Request,
    file: string,
  ): Promise<{ readonly reply: Response; readonly isAsBuilt: boolean }> {
    const { scope, fetch: ask } = this.#surroundings;
    const again = () => ask(new Request(scope + file, { cache: "reload" }));
    let reply = file.startsWith(ASSETS) ? await ask(request) : await again();
    if (file.startsWith(ASSETS) && !(await this.#isAsBuilt(file, reply.clone())))
      reply = await again();
    const right = await this.#isAsBuilt(file, reply.clone());
    // A reply that was redirected could not open a page later.
    if (right) {
      const { headers } = reply;
      await (await this.#own).put(
        scope + file,
        new Response(await reply.clone().blob(), { headers }),
      );
    }
    return { reply, isAsBuilt: right };
  }

  /** A name that tells its content holds that and nothing else. */
  async #asset(request: Request, file: string): Promise<Response> {
    const found = await this.#kept(file);
    if (found) return found;
    const { reply, isAsBuilt: right } = await this.#fetched(request, file);
    return right || !reply.ok ? reply : new Response("Not found", { status: 404 });
  }

  /** Part of a page that was opened before this build came, or of one that is newer. */
  async #olderAsset(request: Request, file: string): Promise<Response> {
    const { scope, caches, fetch: ask } = this.#surroundings;
    for (const name of (await this.#olderNames()).reverse()) {
      const found = await (await caches.open(name)).match(scope + file);
      if (found && typeFits(file, found)) return found;
    }
    return ask(request);
  }

  async #newest(request: Request, file: string): Promise<Response> {
    const found = await this.#kept(file);
    const answer = this.#surroundings.fetch(request);
    if (!found) return answer;
    const usable = answer.then(
      async (reply) => ((await this.#isUsable(reply)) ? reply : found),
      () => found,
    );
    const late = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE_MS, found));
    return Promise.race([usable, late]);
  }

  /** False for a host that has lost its files, and for a page whose scripts and styles are not all there yet. */
  async #isUsable(reply: Response): Promise<boolean> {
    if (reply.status === 404 || reply.status >= 500) return false;
    if (!reply.ok || !/html/.test(reply.headers.get("content-type") ?? "")) return true;
    const page = await reply.clone().text();
    const parts = [...page.matchAll(ASSETS_OF_PAGE)].map(([, file]) => file);
    const others = parts.filter((file) => !Object.hasOwn(this.#built.files, file));
    const { scope, fetch: ask } = this.#surroundings;
    const replies = await Promise.all(others.map((file) => ask(new Request(scope + file))));
    return replies.every((part, k) => part.ok && typeFits(others[k], part));
  }

  #isAsBuilt(file: string, reply: Response): Promise<boolean> {
    return isAsBuilt(file, this.#built.files[file], reply);
  }

  /** Caches of other builds of this application, the newest last. */
  async #olderNames(): Promise<string[]> {
    const names = await this.#surroundings.caches.keys();
    const own = this.#prefix + this.#built.build;
    return names.filter((name) => name.startsWith(this.#prefix) && name !== own);
  }
}
