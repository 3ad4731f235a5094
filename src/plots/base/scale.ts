import { ticks } from "d3";

/** An interval [low, high], or from the worse end to the better one where it is drawn reversed. */
export type Interval = readonly [number, number];

/** A linear scale from the user's units to pixels, as far as plots need it: what d3's `scaleLinear` makes is one. */
export interface Scale {
  (value: number): number;
  domain(): readonly number[];
  /** Pixels → user's units. */
  invert(pixel: number): number;
}

/**
 * The linear scale that takes `domain` to `range`. Plots of the first screen use it in place of d3's, which would make the first
 * load 9 kB larger; plots that load later use d3's. Errors: throws `invalid domain: …` unless it has two different finite ends.
 */
export function linearScale(domain: Interval, range: Interval): Scale {
  const width = domain[1] - domain[0];
  if (!(Math.abs(width) > 0) || !Number.isFinite(width))
    throw new Error(`invalid domain: ${domain}`);
  const slope = (range[1] - range[0]) / width;
  const scale = (value: number) => range[0] + (value - domain[0]) * slope;
  return Object.assign(scale, {
    domain: () => domain,
    invert: (pixel: number) => domain[0] + (pixel - range[0]) / slope,
  });
}

/** Round tick values inside a domain, about `count` of them, and the decimals they need. */
export interface Ticks {
  readonly values: readonly number[];
  readonly digits: number;
}

/** Ticks at 1, 2 or 5 × 10ⁿ inside `domain` (either direction), about `count` of them. */
export function axisTicks(domain: readonly number[], count: number): Ticks {
  const low = Math.min(...domain);
  const high = Math.max(...domain);
  const values = ticks(low, high, Math.max(1, count));
  const step = values.length > 1 ? values[1] - values[0] : high - low;
  return { values, digits: Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) };
}

/** A coordinate as SVG text: two decimals, no trailing zeros, no minus zero. */
export function svgNumber(x: number): string {
  return String(Math.round(x * 100) / 100 + 0);
}

/** A share of a length as an SVG or CSS percentage with two decimals. */
export function svgPercent(share: number): string {
  return `${svgNumber(share * 100)}%`;
}
