import { type Clock, systemClock } from "../../core/timing/clock.ts";
import { connectShard } from "../connections.ts";
import { handedOver } from "../handed-over.ts";
import type { LifeTools } from "../life/watch-life.ts";
import { isStopped, serviceClient } from "../service-client.ts";
import type { RowQuestions } from "./row-sums.ts";

/** How long the others wait for a reply, in milliseconds: a floor, and a multiple of what the same rows took here. */
const PATIENCE_MS = 250;
const PATIENCE_TIMES = 10;
/** Deaths without a single reply in between, after which the shard's rows are summed here for good. */
const MOST_RESTARTS = 5;

/** Rows that answer, wherever they are. */
type AskedRows = {
  readonly [K in keyof RowQuestions]: (
    ...asked: Parameters<RowQuestions[K]>
  ) => ReturnType<RowQuestions[K]> | Promise<ReturnType<RowQuestions[K]>>;
};

/** One question to some rows. */
export type RowQuestion<T> = (rows: AskedRows) => T | Promise<T>;

/** The rows of a shard. */
export interface ShardRows {
  readonly columns: readonly (Float64Array | Float32Array)[];
  readonly weights: Float64Array | null;
}

/** An answer on its way. */
interface ShardPromise<T> {
  /**
   * Waits for it; null where the worker died or is late: later than ten times `duration`, the milliseconds that as many rows took
   * here, and than 250 ms. A worker that is late is not dead; it is asked again once it has replied.
   */
  within(duration: number): Promise<T | null>;
}

/** The pool's side of one shard worker. */
export interface ShardLink {
  /** Asks; null where the worker has no rows yet, or still owes a reply. */
  ask<T>(question: RowQuestion<T>): ShardPromise<T> | null;
  /** True once the rows are there. */
  isReady(): boolean;
  stop(): void;
}

/**
 * Starts a shard worker, gives it its rows, and does so again when it dies. `rows` is asked for a fresh copy each time and the copy is
 * transferred.
 */
export function linkShard(
  makeShard: () => Worker,
  rows: () => ShardRows,
  tools: Partial<LifeTools> = {},
): ShardLink {
  const clock = tools.clock ?? systemClock;
  let isLoaded = false;
  let restarts = 0;
  let owed = 0;
  const client = serviceClient(makeShard, connectShard, {
    tools,
    async prepare(shard) {
      const { columns, weights } = rows();
      const arrays = weights ? [...columns, weights] : columns;
      await shard.load(handedOver(columns, arrays), weights);
      isLoaded = true;
    },
    onDeath() {
      isLoaded = false;
      if (++restarts <= MOST_RESTARTS) client.start();
    },
  });
  client.start();

  /** The reply, null where there is none. */
  async function replyTo<T>(question: RowQuestion<T>): Promise<T | null> {
    owed++;
    try {
      const reply = await client.run(async (shard) => question(shard));
      if (isStopped(reply)) return null;
      restarts = 0;
      return reply;
    } catch {
      return null;
    } finally {
      owed--;
    }
  }

  return {
    ask(question) {
      if (!isLoaded || owed > 0) return null;
      const reply = replyTo(question);
      return {
        within: (duration) =>
          inTime(clock, reply, Math.max(PATIENCE_MS, PATIENCE_TIMES * duration)),
      };
    },
    isReady: () => isLoaded,
    stop() {
      isLoaded = false;
      restarts = Number.POSITIVE_INFINITY;
      client.cancel();
    },
  };
}

/** The reply, or null where it is late. */
function inTime<T>(clock: Clock, reply: Promise<T | null>, wait: number): Promise<T | null> {
  return new Promise((resolve) => {
    const callOff = clock.after(wait, () => resolve(null));
    void reply.then((answer) => {
      callOff();
      resolve(answer);
    });
  });
}
