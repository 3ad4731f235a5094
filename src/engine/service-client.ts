import { transferHandlers } from "comlink";
import { systemClock } from "../core/timing/clock.ts";
import type { Death } from "../core/timing/worker-death.ts";
import type { Service } from "./contract.ts";
import { browserLocks, type LifeApi } from "./life/serve.ts";
import { type LifeTools, Patience, watchLife } from "./life/watch-life.ts";

/** Why work in a worker ended without an outcome. */
export type Stopped = { readonly ok: false; readonly stopped: "cancelled" | Death };

/** The page's end of a worker: its service, and its word of life. */
export interface Connection<Link> {
  readonly service: Link;
  readonly life: Service<LifeApi>;
}

/** A worker with its service: started at its first work, ended at any moment; the next work starts a new one. */
export interface ServiceClient<Link> {
  /** Runs work in the worker; comes back as `Stopped` where the worker is ended or dies meanwhile. */
  run<T>(work: (service: Link) => Promise<T>): Promise<T | Stopped>;
  /** Starts the worker before its first work. */
  start(): void;
  /** Ends the worker and whatever it is doing. */
  cancel(): void;
}

/** Settings of `serviceClient`. */
export interface ClientOptions<Link> {
  /** Gives a new worker what it has to know before it is asked anything. Default nothing. */
  readonly prepare?: (service: Link) => Promise<unknown>;
  /** Hears of a worker that died by itself, at work or at rest. */
  readonly onDeath?: (why: Death) => void;
  /** What life is watched with. Default the browser's own. */
  readonly tools?: Partial<LifeTools>;
}

interface Running<Link> {
  readonly worker: Worker;
  readonly service: Link;
  /** Settles when the worker knows what it has to. */
  readonly ready: Promise<unknown>;
  endWatch(): void;
}

/**
 * The client of any worker: `connect` joins the page to a worker that was just made. A worker that dies, whatever it was asked and in
 * whatever way, ends its work as `Stopped` and is replaced at the next. Functions among the arguments of a call, such as one for
 * progress, are called back across the threads; those of work that has ended are never called again.
 */
export function serviceClient<Link extends object>(
  makeWorker: () => Worker,
  connect: (worker: Worker) => Connection<Link>,
  { prepare, onDeath, tools }: ClientOptions<Link> = {},
): ServiceClient<Link> {
  const { locks = browserLocks(), clock = systemClock } = tools ?? {};
  const patience = new Patience();
  let current: Running<Link> | null = null;
  const waiting = new Set<(why: Stopped) => void>();
  sendFunctions();

  function end(why: Stopped["stopped"]): void {
    current?.endWatch();
    current?.worker.terminate();
    current = null;
    const stopped = [...waiting];
    waiting.clear();
    for (const stop of stopped) stop({ ok: false, stopped: why });
    if (why !== "cancelled") onDeath?.(why);
  }

  function start(): Running<Link> | null {
    if (current) return current;
    const worker = made(makeWorker);
    if (!worker) {
      // Not before whoever asks has heard that it began.
      queueMicrotask(() => end("unable"));
      return null;
    }
    let hasSpoken = false;
    const lose = (why: Death) => {
      if (current?.worker === worker) end(why);
    };
    worker.addEventListener("message", () => {
      hasSpoken = true;
    });
    worker.onerror = (event) => {
      event.preventDefault();
      lose(hasSpoken || saysWhy(event) ? "crashed" : "missing");
    };
    worker.onmessageerror = () => lose("crashed");
    const { service, life } = connect(worker);
    const endWatch = watchLife(
      { worker, life, patience, onDeath: () => lose("crashed") },
      { locks, clock },
    );
    const ready = Promise.resolve(prepare?.(service));
    ready.catch(() => lose("crashed"));
    current = { worker, service, ready, endWatch };
    return current;
  }

  return {
    run(work) {
      return new Promise((resolve, reject) => {
        waiting.add(resolve);
        const running = start();
        if (!running) return;
        const { service, ready } = running;
        const settle = () => waiting.delete(resolve);
        ready
          .then(() =>
            waiting.has(resolve) ? work(until(() => !waiting.has(resolve), service)) : NEVER,
          )
          .finally(settle)
          .then(resolve, reject);
      });
    },
    start: () => void start(),
    cancel: () => end("cancelled"),
  };
}

/** A worker, null where the browser makes none. */
function made(makeWorker: () => Worker): Worker | null {
  try {
    return makeWorker();
  } catch {
    return null;
  }
}

/** Work whose worker is gone. */
const NEVER = new Promise<never>(() => undefined);

/** A service whose calls pass on functions that are deaf once `isOver`: news may come after the end that it was on its way to. */
function until<Link extends object>(isOver: () => boolean, service: Link): Link {
  const deaf = (value: unknown) =>
    typeof value === "function"
      ? (...news: unknown[]) => (isOver() ? undefined : Reflect.apply(value, undefined, news))
      : value;
  return new Proxy(service, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? until(isOver, member) : member;
    },
    apply: (target, self, asked: unknown[]) =>
      typeof target === "function" ? Reflect.apply(target, self, asked.map(deaf)) : undefined,
  });
}

/** A script that fails says how; one that could not be fetched does not. */
function saysWhy(event: Event): boolean {
  return "message" in event && typeof event.message === "string" && event.message !== "";
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
