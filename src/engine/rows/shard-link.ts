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
  return new WorkerLink(makeShard, rows, clock);
}

class WorkerLink implements ShardLink {
  private worker: Worker | null = null;
  private isLoaded = false;
  private restarts = 0;
  private nextId = 0;
  private readonly waiting = new Map<number, (answer: Reply) => void>();

  constructor(
    private readonly makeShard: () => Worker,
    private readonly rows: () => Extract<ShardQuestion, { kind: "load" }>,
    private readonly clock: Clock,
  ) {
    this.boot();
  }

  ask<Q extends Asked>(question: Q): ShardPromise<Q> | null {
    const { worker } = this;
    if (!this.isLoaded || !worker) return null;
    const reply = this.post(worker, question, []);
    return {
      within: async (duration) => {
        const wait = Math.max(PATIENCE_MS, PATIENCE_TIMES * duration);
        const answer = await this.inTime(worker, reply, wait);
        if (answer !== undefined) this.restarts = 0;
        return (answer ?? null) as ShardAnswers[Q["kind"]] | null;
      },
    };
  }

  isReady(): boolean {
    return this.isLoaded;
  }

  stop(): void {
    this.end();
    this.restarts = Number.POSITIVE_INFINITY;
  }

  private boot(): void {
    const worker = this.makeShard();
    this.worker = worker;
    worker.onmessage = ({ data }: MessageEvent<ShardReply>) => {
      const take = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      take?.(data.answer);
    };
    worker.onmessageerror = () => this.lose(worker);
    worker.onerror = (event) => {
      event.preventDefault();
      this.lose(worker);
    };
    const load = this.rows();
    const buffers = load.columns.map((c) => c.buffer as ArrayBuffer);
    if (load.weights) buffers.push(load.weights.buffer as ArrayBuffer);
    void this.inTime(worker, this.post(worker, load, buffers), LOAD_PATIENCE_MS).then((answer) => {
      if (this.worker === worker && answer !== undefined) this.isLoaded = true;
    });
  }

  /** The reply, or undefined where the worker is given up before it comes. */
  private post(to: Worker, question: ShardQuestion, transfer: ArrayBuffer[]): Promise<Reply> {
    const id = this.nextId++;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      to.postMessage({ id, question } satisfies ShardCall, transfer);
    });
  }

  private async inTime(from: Worker, reply: Promise<Reply>, wait: number): Promise<Reply> {
    const callOff = this.clock.after(wait, () => this.lose(from));
    const answer = await reply;
    callOff();
    return answer;
  }

  private lose(worker: Worker): void {
    if (this.worker !== worker) return;
    this.end();
    if (++this.restarts <= MOST_RESTARTS) this.boot();
  }

  private end(): void {
    this.worker?.terminate();
    this.worker = null;
    this.isLoaded = false;
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    for (const take of lost) take(undefined);
  }
}
