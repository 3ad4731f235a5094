import { type Clock, systemClock } from "../../core/timing/clock.ts";
import type { ShardAnswers, ShardCall, ShardQuestion, ShardReply } from "./shard-service.ts";

type Asked = Exclude<ShardQuestion, { kind: "load" }>;
type Reply = ShardReply["answer"] | undefined;

/** Longest wait for a reply in milliseconds: a floor, and a multiple of what the same rows took here. */
const PATIENCE_MS = 250;
const PATIENCE_TIMES = 10;
/** Loading copies and nothing more, but the worker has to start first. */
const LOAD_PATIENCE_MS = 30_000;
/** Restarts without a single reply in between, after which the shard's rows are summed here for good. */
const MOST_RESTARTS = 5;

/** An answer on its way. */
interface ShardPromise<Q extends Asked> {
  /**
   * Waits for it; null where the worker died or stays silent for too long: ten times `duration`, the milliseconds that
   * as many rows took here, and at least 250 ms.
   */
  within(duration: number): Promise<ShardAnswers[Q["kind"]] | null>;
}

/** The pool's side of one shard worker. */
export interface ShardLink {
  /** Asks; null where the worker is not there or has no rows yet. */
  ask<Q extends Asked>(question: Q): ShardPromise<Q> | null;
  /** True once the rows are there. */
  isReady(): boolean;
  stop(): void;
}

/**
 * Starts a shard worker, gives it its rows, and does so again when it dies: an error event, or silence while a reply is due.
 * `rows` is asked for a fresh copy each time and the copy is transferred; `clock` times the silence.
 */
export function linkShard(
  makeShard: () => Worker,
  rows: () => Extract<ShardQuestion, { kind: "load" }>,
  clock: Clock = systemClock,
): ShardLink {
  let worker: Worker | null = null;
  let ready = false;
  let restarts = 0;
  let next = 0;
  const waiting = new Map<number, (answer: Reply) => void>();
  boot();

  return {
    ask<Q extends Asked>(question: Q): ShardPromise<Q> | null {
      const mine = worker;
      if (!ready || !mine) return null;
      const reply = post(mine, question, []);
      return {
        async within(duration) {
          const wait = Math.max(PATIENCE_MS, PATIENCE_TIMES * duration);
          const answer = await inTime(mine, reply, wait);
          if (answer !== undefined) restarts = 0;
          return (answer ?? null) as ShardAnswers[Q["kind"]] | null;
        },
      };
    },
    isReady: () => ready,
    stop() {
      end();
      restarts = Number.POSITIVE_INFINITY;
    },
  };

  function boot(): void {
    const mine = makeShard();
    worker = mine;
    mine.onmessage = ({ data }: MessageEvent<ShardReply>) => {
      const take = waiting.get(data.id);
      waiting.delete(data.id);
      take?.(data.answer);
    };
    mine.onmessageerror = () => lose(mine);
    mine.onerror = (event) => {
      event.preventDefault();
      lose(mine);
    };
    const load = rows();
    const buffers = load.columns.map((c) => c.buffer as ArrayBuffer);
    if (load.weights) buffers.push(load.weights.buffer as ArrayBuffer);
    void inTime(mine, post(mine, load, buffers), LOAD_PATIENCE_MS).then((answer) => {
      if (worker === mine && answer !== undefined) ready = true;
    });
  }

  /** The reply, or undefined where the worker is given up before it comes. */
  function post(to: Worker, question: ShardQuestion, transfer: ArrayBuffer[]): Promise<Reply> {
    const id = next++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      to.postMessage({ id, question } satisfies ShardCall, transfer);
    });
  }

  async function inTime(from: Worker, reply: Promise<Reply>, wait: number): Promise<Reply> {
    const callOff = clock.after(wait, () => lose(from));
    const answer = await reply;
    callOff();
    return answer;
  }

  function lose(which: Worker): void {
    if (worker !== which) return;
    end();
    if (++restarts <= MOST_RESTARTS) boot();
  }

  function end(): void {
    worker?.terminate();
    worker = null;
    ready = false;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const take of lost) take(undefined);
  }
}
