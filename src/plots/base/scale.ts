import { ticks } from "d3";

/** An interval [low, high], or from the worse end to the better one where it is drawn reversed. */
export type Interval = readonly [number, number];

/** A linear map from the user's units to pixels. */
export interface Scale {
  readonly domain: Interval;
  readonly range: Interval;
  /** User's units → pixels. */
  (value: number): number;
  /** Pixels → user's units. */
  readonly invert: (pixel: number) => number;
}

/** The linear scale that takes `domain` to `range`. Errors: throws `invalid domain: …` unless it has two different finite ends. */
export function linearScale(domain: Interval, range: Interval): Scale {
  const width = domain[1] - domain[0];
  if (!(Math.abs(width) > 0) || !Number.isFinite(width))
    throw new Error(`invalid domain: ${domain}`);
  const slope = (range[1] - range[0]) / width;
  const scale = (value: number) => range[0] + (value - domain[0]) * slope;
  return Object.assign(scale, {
    domain,
    range,
    invert: (pixel: number) => domain[0] + (pixel - range[0]) / slope,
  });
}

/** Round tick values inside a domain, about `count` of them, and the decimals they need. */
export interface Ticks {
  readonly values: readonly number[];
  readonly digits: number;
}

/** Ticks at 1, 2 or 5 × 10ⁿ inside `domain` (either direction), about `count` of them. */
export function axisTicks(domain: Interval, count: number): Ticks {
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
