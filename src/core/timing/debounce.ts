import { type Clock, systemClock } from "./clock.ts";
import type { TimedCall } from "./throttle.ts";

/** Calls with the newest arguments once nobody has asked for so many milliseconds. */
export function debounce<News extends readonly unknown[]>(
  milliseconds: number,
  call: (...news: News) => void,
  clock: Clock = systemClock,
): TimedCall<News> {
  let cancel: () => void = () => undefined;

  function debounced(...news: News): void {
    cancel();
    cancel = clock.after(milliseconds, () => call(...news));
  }

  return Object.assign(debounced, { cancel: () => cancel() });
}
