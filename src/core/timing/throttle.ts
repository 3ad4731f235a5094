import { type Clock, systemClock } from "./clock.ts";

/** Settings of `throttle`. */
export interface ThrottleOptions {
  /** Whether the last of several calls is made later, once it is due (default), or left out. */
  readonly trailing?: boolean;
  /** Default the machine's. */
  readonly clock?: Clock;
}

/** A function that is called less often than it is asked for. */
export interface TimedCall<News extends readonly unknown[]> {
  (...news: News): void;
  /** Forgets the call that is still to come. */
  cancel(): void;
}

/** Calls at once, then at most once in so many milliseconds, each time with the newest arguments. */
export function throttle<News extends readonly unknown[]>(
  milliseconds: number,
  call: (...news: News) => void,
  { trailing = true, clock = systemClock }: ThrottleOptions = {},
): TimedCall<News> {
  let last = Number.NEGATIVE_INFINITY;
  let newest: News | null = null;
  let callOff: (() => void) | null = null;

  function cancel(): void {
    callOff?.();
    callOff = null;
  }

  function run(): void {
    cancel();
    last = clock.now();
    if (newest) call(...newest);
  }

  function throttled(...news: News): void {
    newest = news;
    const wait = last + milliseconds - clock.now();
    if (!(wait > 0)) run();
    else if (trailing) callOff ??= clock.after(wait, run);
  }

  return Object.assign(throttled, { cancel });
}
