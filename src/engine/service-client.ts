import { transferHandlers } from "comlink";

/** Why work in a worker ended without an outcome. */
export type Stopped = { readonly ok: false; readonly stopped: "cancelled" | "crashed" };

/** A worker with its service: started at its first work, ended at any moment; the next work starts a new one. */
export interface ServiceClient<Link> {
  /** Runs work in the worker; comes back as `Stopped` where the worker is ended or crashes meanwhile. */
  run<T>(work: (service: Link) => Promise<T>): Promise<T | Stopped>;
  /** Starts the worker before its first work. */
  start(): void;
  /** Ends the worker and whatever it is doing. */
  cancel(): void;
}

/**
 * The client of any worker: `connect` joins the page to the service of a worker that was just made, `onCrash` hears of one that
 * died by itself. Functions among the arguments of a call, such as one for progress, are called back across the threads.
 */
export function serviceClient<Link>(
  makeWorker: () => Worker,
  connect: (worker: Worker) => Link,
  onCrash: () => void = () => undefined,
): ServiceClient<Link> {
  let current: { readonly worker: Worker; readonly service: Link } | null = null;
  const waiting = new Set<(why: Stopped) => void>();
  sendFunctions();

  function end(why: Stopped["stopped"]): void {
    current?.worker.terminate();
    current = null;
    const stopped = [...waiting];
    waiting.clear();
    for (const stop of stopped) stop({ ok: false, stopped: why });
    if (why === "crashed") onCrash();
  }

  function start(): Link {
    if (current) return current.service;
    const worker = makeWorker();
    const lose = (event: Event) => {
      event.preventDefault();
      if (current?.worker === worker) end("crashed");
    };
    worker.onerror = lose;
    worker.onmessageerror = lose;
    current = { worker, service: connect(worker) };
    return current.service;
  }

  return {
    run(work) {
      return new Promise((resolve, reject) => {
        const service = start();
        waiting.add(resolve);
        work(service)
          .then(resolve, reject)
          .finally(() => waiting.delete(resolve));
      });
    },
    start: () => void start(),
    cancel: () => end("cancelled"),
  };
}

/** True where a worker was ended before it replied. */
export function isStopped<T>(reply: T | Stopped): reply is Stopped {
  return typeof reply === "object" && reply !== null && "stopped" in reply;
}

/** Makes comlink treat every function as one to be called back, so that no call has to mark its own. */
function sendFunctions(): void {
  const marked = transferHandlers.get("proxy");
  if (!marked) throw new Error("invalid comlink: no handler of proxies");
  if (marked.canHandle(sendFunctions)) return;
  transferHandlers.set("proxy", {
    ...marked,
    canHandle: (value): value is unknown => typeof value === "function" || marked.canHandle(value),
  });
}
