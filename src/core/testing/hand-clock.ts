import type { Clock } from "../timing/clock.ts";

/** A clock that stands still until a test winds it. */
export interface HandClock extends Clock {
  /** Lets time pass and runs what falls due, in order. */
  pass(milliseconds: number): void;
  /** How many runs are still to come. */
  pending(): number;
}

/** Makes a clock that stands still. */
export function handClock(): HandClock {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds, run) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.run();
      }
      now = end;
    },
    pending: () => timers.length,
  };
}
