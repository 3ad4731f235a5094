import { fromSd, toSd, type ValueSummary } from "./samples.ts";

/** A unit in which a target is shown and typed (method §9); inside, a target is always a raw reward. */
export type TargetUnit = "raw" | "quantile" | "sd" | "likelihood";

/** Whether a value looks like log-probabilities, for which "κ more likely" has a meaning (paper B.4). */
export function hasLikelihoodUnit(value: ValueSummary): boolean {
  return !value.lowerIsBetter && value.max <= 0 && value.sd > 0;
}

/** The raw target at baseline quantile `percent` in [0, 100]; for a cost, better than that share of answers. */
export function quantileTarget(value: ValueSummary, percent: number): number {
  const p = Math.min(100, Math.max(0, value.lowerIsBetter ? 100 - percent : percent));
  const low = Math.min(99, Math.floor(p));
  const { quantiles } = value;
  return quantiles[low] + (p - low) * (quantiles[low + 1] - quantiles[low]);
}

/**
 * The baseline quantile in percent of a raw target, by linear interpolation of the 101 points. On a plateau of tied
 * rewards it is the upper end, so that "at least this good" counts the ties. Below the least reward 0, above the greatest 100.
 */
export function quantileOfTarget(value: ValueSummary, target: number): number {
  const { quantiles } = value;
  let percent: number;
  if (target >= quantiles[100]) percent = 100;
  else if (target < quantiles[0]) percent = 0;
  else {
    let low = 0;
    let high = 100;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (quantiles[middle] <= target) low = middle;
      else high = middle;
    }
    percent = low + (target - quantiles[low]) / (quantiles[high] - quantiles[low]);
  }
  return value.lowerIsBetter ? 100 - percent : percent;
}

/** A raw target in `unit`: itself, percent, sd above the mean, or κ with c = E[r] + log(1 + κ). */
export function toUnit(value: ValueSummary, target: number, unit: TargetUnit): number {
  if (unit === "quantile") return quantileOfTarget(value, target);
  if (unit === "sd") return toSd(value, target);
  if (unit === "likelihood") return Math.expm1(target - value.mean);
  return target;
}

/** Inverse of `toUnit`. NaN for a κ of −1 or less. */
export function fromUnit(value: ValueSummary, amount: number, unit: TargetUnit): number {
  if (unit === "quantile") return quantileTarget(value, amount);
  if (unit === "sd") return fromSd(value, amount);
  if (unit === "likelihood") return amount > -1 ? value.mean + Math.log1p(amount) : Number.NaN;
  return amount;
}
