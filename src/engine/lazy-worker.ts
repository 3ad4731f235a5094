import { type Remote, wrap } from "comlink";

/** Why work in a worker ended without an outcome. */
export type Stopped = { readonly ok: false; readonly stopped: "cancelled" | "crashed" };

/** A worker that is started at its first work and may be ended at any moment; the next work starts a new one. */
export interface LazyWorker<S> {
  /** Runs work in the worker; comes back as `Stopped` where the worker is ended or crashes meanwhile. */
  run<T>(work: (service: Remote<S>) => Promise<T>): Promise<T | Stopped>;
  /** Ends the worker and whatever it is doing. */
  cancel(): void;
}

/** Keeps one worker for a service of the engine. */
export function lazyWorker<S>(makeWorker: () => Worker): LazyWorker<S> {
  let worker: Worker | null = null;
  let service: Remote<S> | null = null;
  const waiting = new Set<(why: Stopped) => void>();

  function end(why: Stopped["stopped"]): void {
    worker?.terminate();
    worker = null;
    service = null;
    const stopped = [...waiting];
    waiting.clear();
    for (const stop of stopped) stop({ ok: false, stopped: why });
  }

  function start(): Remote<S> {
    if (service) return service;
    const mine = makeWorker();
    const lose = (event: Event) => {
      event.preventDefault();
      if (worker === mine) end("crashed");
    };
    mine.onerror = lose;
    mine.onmessageerror = lose;
    worker = mine;
    service = wrap<S>(mine);
    return service;
  }

  return {
    run(work) {
      return new Promise((resolve, reject) => {
        waiting.add(resolve);
        work(start())
          .then(resolve, reject)
          .finally(() => waiting.delete(resolve));
      });
    },
    cancel: () => end("cancelled"),
  };
}
