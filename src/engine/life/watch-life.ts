import type { Clock } from "../../core/timing/clock.ts";
import type { Service } from "../contract.ts";
import type { LifeApi, Locks } from "./serve.ts";

/** What life is watched with. */
export interface LifeTools {
  /** Null where there are none: then signs of life have to do. */
  readonly locks: Locks | null;
  readonly clock: Clock;
}

/** Silence that is never taken for death, in milliseconds; and how many times the longest one heard of it may last. */
const LEAST_SILENCE_MS = 30_000;
const SILENCE_TIMES = 5;
/** Pause between a sign of life and the next question for one. */
const REST_MS = 5000;
/** A silence is counted in so many ticks, so that a page that itself stood still counts one of them at most. */
const TICKS = 10;

/** How long the workers of a kind may be silent: it grows with the slowest work seen. */
export class Patience {
  private slowest = 0;

  /** Longest silence in milliseconds. */
  limit(): number {
    return Math.max(LEAST_SILENCE_MS, SILENCE_TIMES * this.slowest);
  }

  /** A worker was silent for so long and lived. */
  took(silence: number): void {
    this.slowest = Math.max(this.slowest, silence);
  }

  /** One was given up for its silence: the next has twice the time, for this one may only have been slow. */
  lost(): void {
    this.slowest = (2 * this.limit()) / SILENCE_TIMES;
  }
}

/** What is watched, and who is told. */
export interface WatchedLife {
  readonly worker: Pick<Worker, "addEventListener" | "removeEventListener">;
  readonly life: Service<LifeApi>;
  readonly patience: Patience;
  /** Told once that the worker is dead; never after the watch has ended. */
  readonly onDeath: () => void;
}

/**
 * Watches whether a worker lives, whatever it is asked: it holds a lock for which the page is queued, so that its end is
 * told and work of any length is not. Until it holds one, and where there are none, any message from it is a sign of life, and it is
 * asked for one. The function that is returned ends the watch.
 */
export function watchLife(watched: WatchedLife, { locks, clock }: LifeTools): () => void {
  const { worker, life, patience, onDeath } = watched;
  const ended = new AbortController();
  const end = () => {
    silence.end();
    worker.removeEventListener("message", heard);
    ended.abort();
  };
  const die = () => {
    if (ended.signal.aborted) return;
    end();
    onDeath();
  };
  const silence = new SilenceWatch(
    () => void life.ping(),
    () => {
      patience.lost();
      die();
    },
    patience,
    clock,
  );
  const heard = () => silence.heard();
  worker.addEventListener("message", heard);
  silence.begin();
  if (locks) void queueForEnd(locks);
  return end;

  async function queueForEnd(own: Locks): Promise<void> {
    const name = `worker ${crypto.randomUUID()}`;
    const isHeld = await life.hold(name);
    if (!isHeld || ended.signal.aborted) return;
    silence.end();
    worker.removeEventListener("message", heard);
    // Rejects where the watch ends before the worker does.
    own.request(name, { signal: ended.signal }, die).catch(() => undefined);
  }
}

/** Asks for signs of life, one at a time. */
class SilenceWatch {
  private callOff: () => void = () => undefined;
  private askedAt: number | null = null;

  constructor(
    private readonly ask: () => void,
    private readonly onSilence: () => void,
    private readonly patience: Patience,
    private readonly clock: Clock,
  ) {}

  begin(): void {
    this.askedAt = this.clock.now();
    this.ask();
    this.tick(TICKS, this.patience.limit() / TICKS);
  }

  /** The worker said something. */
  heard(): void {
    if (this.askedAt === null) return;
    this.patience.took(this.clock.now() - this.askedAt);
    this.askedAt = null;
    this.callOff();
    this.callOff = this.clock.after(REST_MS, () => this.begin());
  }

  end(): void {
    this.askedAt = null;
    this.callOff();
  }

  private tick(left: number, length: number): void {
    if (left === 0) this.onSilence();
    else this.callOff = this.clock.after(length, () => this.tick(left - 1, length));
  }
}
