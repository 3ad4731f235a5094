import { levelAtShare, shareAtLevel } from "../numerics/quantile.ts";
import { fromSd, toSd, type ValueSummary } from "./samples.ts";

const FEWEST_FOR_QUANTILES = 20;

/** How an amount is written in its field. */
interface WrittenForm {
  /** Stands before the number. Default nothing. */
  readonly prefix?: string;
  /** What the amount is multiplied with first. Default 1. */
  readonly factor?: number;
  /** Digits after the point of the number written. Default as many as the value's spread asks for. */
  readonly digits?: (shown: number) => number;
  /** Whether a plus is written. Default no. */
  readonly isSigned?: boolean;
}

/** A unit in which a target is shown and typed (method §9); inside, a target is always a raw reward. */
interface UnitRow {
  isOffered(value: ValueSummary): boolean;
  fromRaw(value: ValueSummary, target: number): number;
  /** Inverse of `fromRaw`. NaN for an amount that no target has. */
  toRaw(value: ValueSummary, amount: number): number;
  /** Least and greatest amount. Default none. */
  readonly limits?: readonly [number, number];
  /** One step of the keyboard towards the better. */
  stepOf(value: ValueSummary): number;
  readonly written: WrittenForm;
  /** What stands for the unit in links where a value has a target, is held or left out; never given away twice. */
  readonly letters: { readonly target: string; readonly hold: string; readonly out: string };
}

const ROWS = {
  raw: {
    isOffered: () => true,
    fromRaw: (_, target) => target,
    toRaw: (_, amount) => amount,
    /** About a fiftieth of a spread. */
    stepOf({ sd, lowerIsBetter }) {
      const size = sd > 0 ? 10 ** Math.round(Math.log10(sd / 40)) : 1;
      return lowerIsBetter ? -size : size;
    },
    written: {},
    letters: { target: "a", hold: "e", out: "i" },
  },
  quantile: {
    isOffered: () => true,
    fromRaw: quantileOfTarget,
    toRaw: quantileTarget,
    limits: [0, 100],
    stepOf: () => 1,
    written: { prefix: "q", digits: (shown) => (isWhole(shown) ? 0 : 1) },
    letters: { target: "b", hold: "f", out: "j" },
  },
  sd: {
    isOffered: () => true,
    fromRaw: toSd,
    toRaw: fromSd,
    stepOf: () => 0.05,
    written: { digits: () => 2, isSigned: true },
    letters: { target: "c", hold: "g", out: "k" },
  },
  /** κ with c = E[r] + log(1 + κ), which has a meaning for log-probabilities alone (paper B.4). */
  likelihood: {
    isOffered: (value) => !value.lowerIsBetter && value.max <= 0 && value.sd > 0,
    fromRaw: ({ mean }, target) => Math.expm1(target - mean),
    toRaw: ({ mean }, amount) => (amount > -1 ? mean + Math.log1p(amount) : Number.NaN),
    stepOf: () => 0.05,
    written: { factor: 100, digits: () => 0, isSigned: true },
    letters: { target: "d", hold: "h", out: "l" },
  },
} as const satisfies Readonly<Record<string, UnitRow>>;

/** Name of a unit. */
export type TargetUnit = keyof typeof ROWS;

/**
 * The units of a target by name, in the order in which they are offered. A row drives field, select, slider and links; a new one
 * is a row here, with letters of its own, and its words in every catalogue.
 */
export const UNITS: Readonly<Record<TargetUnit, UnitRow>> = ROWS;

/** Their names. */
export const UNIT_NAMES = Object.keys(UNITS) as readonly TargetUnit[];

/** The units in which a value's target can be shown and typed. */
export function unitsOf(value: ValueSummary): TargetUnit[] {
  return UNIT_NAMES.filter((unit) => UNITS[unit].isOffered(value));
}

/**
 * The raw target at baseline quantile `percent` in [0, 100] (method §9); for a cost, better than that share of answers. A wish
 * beyond the first or last level there is gets that level.
 */
export function quantileTarget(value: ValueSummary, percent: number): number {
  const p = Math.min(100, Math.max(0, value.lowerIsBetter ? 100 - percent : percent));
  return levelAtShare(value.curve, p / 100);
}

/** The baseline quantile in percent of a raw target, inverse of `quantileTarget`; tied rewards are counted half. */
export function quantileOfTarget(value: ValueSummary, target: number): number {
  const percent = 100 * shareAtLevel(value.curve, target);
  return value.lowerIsBetter ? 100 - percent : percent;
}

/** The least and the greatest baseline quantile that a level belongs to, in percent: 0 and 100 unless rewards are tied. */
export function quantileLimits({ curve, lowerIsBetter }: ValueSummary): [number, number] {
  const { shares } = curve;
  const [first, last] = [100 * shares[0], 100 * shares[shares.length - 1]];
  return lowerIsBetter ? [100 - last, 100 - first] : [first, last];
}

/** True for ratings, yes and no and the like: so few different rewards that quantiles say less than the rewards themselves. */
export function isRated(value: ValueSummary): boolean {
  return value.distinct < FEWEST_FOR_QUANTILES;
}

function isWhole(x: number): boolean {
  return Math.abs(x - Math.round(x)) < 0.05;
}
