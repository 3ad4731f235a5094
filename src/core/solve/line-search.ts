import { dot } from "../numerics/linear-algebra.ts";
import type { DualPoint, DualProblem } from "./dual-problem.ts";
import {
  LEAST_RISE,
  MOST_SLOPE_LEFT,
  OVERSHOT,
  SHORTEST_SHARE,
  SUM_NOISE,
  VALUE_ROUNDING,
} from "./tolerances.ts";

/** What a line search may spend. */
export interface SearchLimits {
  /** Passes left. */
  readonly passes: number;
  /** Gives up after one step that is not accepted, because the residual is met already. */
  readonly triesOnce: boolean;
}

/** Where a line search ends: the new point, or null where none was accepted, and the passes spent. */
export interface SearchEnd {
  readonly point: DualPoint | null;
  readonly passes: number;
}

/** Backtracks from λ + scale·step until the dual rises enough, rounding allowed for, or a certificate is found. */
export async function lineSearch(
  problem: DualProblem,
  from: DualPoint,
  step: Float64Array,
  scale: number,
  limits: SearchLimits,
): Promise<SearchEnd> {
  const slope = slopeAlong(step, from.gradient);
  let passes = 0;
  for (
    let share = scale;
    passes < limits.passes && share > SHORTEST_SHARE * scale;
    share /= share > 1 ? share : 4
  ) {
    const trial = await problem.pointAt(
      from.lambda.map((l, i) => Math.max(0, l + share * step[i])),
    );
    passes++;
    if (trial.certificate || isAccepted(from, trial, step, share, slope))
      return { point: trial, passes };
    if (limits.triesOnce) break;
  }
  return { point: null, passes };
}

/** Slope left after a step, as a share of the slope before it. */
export function slopeLeft(step: Float64Array, before: DualPoint, after: DualPoint): number {
  let was = 0;
  let is = 0;
  for (let i = 0; i < step.length; i++)
    if (step[i] !== 0) {
      was += step[i] * before.gradient[i];
      is += step[i] * after.gradient[i];
    }
  return is / was;
}

/** Armijo's rule on the dual value, or, where its change is rounding only, the slope that is left. */
function isAccepted(
  from: DualPoint,
  trial: DualPoint,
  step: Float64Array,
  share: number,
  slope: number,
): boolean {
  const size = 1 + Math.abs(from.value) + Math.abs(trial.moments.max);
  const gain = trial.value - from.value;
  const left = slopeLeft(step, from, trial);
  const isRisen = gain >= LEAST_RISE * share * slope - VALUE_ROUNDING * size;
  if (Math.abs(gain) > SUM_NOISE * size) return isRisen && !(share > 1 && left < OVERSHOT);
  return isRisen ? left > -MOST_SLOPE_LEFT : Math.abs(left) <= MOST_SLOPE_LEFT;
}

/** The dual's slope along a step; a value that does not move has no part in it, even where its target is −∞. */
function slopeAlong(step: Float64Array, gradient: Float64Array): number {
  return dot(
    gradient.map((g, i) => (step[i] === 0 ? 0 : g)),
    step,
  );
}
