import { type Endpoint, expose, type ProxyMarked } from "comlink";

/** What this needs of the browser's locks. */
export interface Locks {
  /** Runs `onHeld` once nobody else holds that name; the name is held until what it returns has settled, or its thread ends. */
  request(
    name: string,
    options: { readonly signal?: AbortSignal },
    onHeld: () => unknown,
  ): Promise<unknown>;
}

/** What every worker says of its own life, beside its service. */
export interface LifeApi {
  /** Holds a lock of that name as long as the worker lives; false where the browser has no locks. */
  hold(name: string): Promise<boolean>;
  /** Answers between two pieces of work. */
  ping(): true;
}

/** What a worker exposes, and the page finds there. */
export interface Served<S> {
  readonly service: S & ProxyMarked;
  readonly life: LifeApi & ProxyMarked;
}

/** Serves the page from a worker: a service and a word of life. `endpoint` and `locks` are the worker's own by default. */
export function serve(
  service: object,
  endpoint?: Endpoint,
  locks: Locks | null = browserLocks(),
): void {
  expose({ service, life: lifeWith(locks) }, endpoint);
}

/** The browser's locks; null where it has none, as on pages that came unencrypted. */
export function browserLocks(): Locks | null {
  return globalThis.navigator?.locks ?? null;
}

function lifeWith(locks: Locks | null): LifeApi {
  return {
    ping: () => true,
    async hold(name) {
      if (!locks) return false;
      return new Promise((resolve) => {
        const forever = new Promise(() => undefined);
        const held = locks.request(name, {}, () => {
          resolve(true);
          return forever;
        });
        held.catch(() => resolve(false));
      });
    },
  };
}
