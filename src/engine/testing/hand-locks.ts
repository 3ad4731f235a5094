import type { Locks } from "../life/serve.ts";

/** Locks of one thread, which are let go when it ends. */
export interface ThreadLocks extends Locks {
  end(): void;
}

interface Wish {
  readonly thread: object;
  readonly grant: () => void;
}

/** The locks of a browser whose threads are tests' own. */
export function handLocks(): () => ThreadLocks {
  /** Who holds a name, then who is queued for it. */
  const queues = new Map<string, Wish[]>();

  function leave(name: string, isGone: (wish: Wish) => boolean): void {
    const queue = queues.get(name) ?? [];
    const [holder] = queue;
    const left = queue.filter((wish) => !isGone(wish));
    queues.set(name, left);
    if (left[0] !== holder) left[0]?.grant();
  }

  return () => {
    const thread = {};
    return {
      async request(name, { signal }, onHeld) {
        const wish: Wish = await new Promise((resolve, reject) => {
          const own: Wish = { thread, grant: () => queueMicrotask(() => resolve(own)) };
          const queue = [...(queues.get(name) ?? []), own];
          queues.set(name, queue);
          if (queue.length === 1) own.grant();
          signal?.addEventListener("abort", () => {
            leave(name, (other) => other === own);
            reject(new DOMException("aborted", "AbortError"));
          });
        });
        const outcome = await onHeld();
        leave(name, (other) => other === wish);
        return outcome;
      },
      end() {
        for (const name of queues.keys()) leave(name, (wish) => wish.thread === thread);
      },
    };
  };
}
