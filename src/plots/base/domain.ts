import { tickStep } from "d3";
import type { Interval } from "./scale.ts";

const STEPS = 20;

/**
 * The domain of one axis of the region plot, low to high: from a little below the baseline (three tenths of the way to
 * `best`, the greatest level any mix reaches, yet not below `worst`, the least) to a little above `best`, widened in whole
 * steps to hold all of `marks`. `previous`, a domain of the same data, is kept whenever it still holds them and never
 * shrinks, so that nothing jumps. All in one unit; a value where lower is better is passed negated.
 */
export function axisDomain(
  baseline: number,
  best: number,
  marks: readonly number[],
  worst: number,
  previous?: Interval,
): Interval {
  const size = Math.max(Math.abs(baseline), Math.abs(best));
  const reach = best - baseline > 1e-9 * size + 1e-100 ? best - baseline : size > 1e-100 ? size : 1;
  const levels = [baseline, best, ...marks.filter(Number.isFinite)];
  const low = Math.min(
    Math.max(worst, baseline - 0.3 * reach),
    ...levels.map((x) => x - 0.06 * reach),
  );
  const high = Math.max(best + 0.1 * reach, ...levels.map((x) => x + 0.06 * reach));
  if (previous && previous[0] <= low && previous[1] >= high) return previous;
  const step = tickStep(low, high, STEPS);
  const next: Interval = [
    Math.min(previous?.[0] ?? Infinity, Math.floor(low / step + 1e-9) * step),
    Math.max(previous?.[1] ?? -Infinity, Math.ceil(high / step - 1e-9) * step),
  ];
  // A whole step may lie within the end by a rounding error: what it gave once is then enough.
  return previous && next[0] === previous[0] && next[1] === previous[1] ? previous : next;
}
