import type { DualSolution } from "./dual-solution.ts";
import { dot, norm } from "./linear-algebra.ts";
import { newtonPoint } from "./newton-step.ts";

/** A solution over all rows, and over the part of them that starts the next one. */
export interface Kept {
  readonly targets: Float64Array;
  readonly solution: DualSolution;
  readonly rough: DualSolution | null;
  /** The one before, without its own. */
  readonly before?: Kept;
}

/** How many lengths of the last move its bend is believed. */
const MOST_AHEAD = 3;
const PARALLEL = 1e-9;

/**
 * λ + V⁻¹Δc on the active set (method §3, warm start), plus what this misses over the part of the rows (`rough`, its solution at
 * the new targets), plus what both missed at the last move where this one goes on along the same line. Undefined without
 * anything to start from.
 */
export function warmStart(
  previous: Kept | undefined,
  rough: DualSolution | null,
  targets: Float64Array,
): Float64Array | undefined {
  const straight = previous && predict(previous.solution, targets);
  if (!previous || !straight) return rough?.lambda;
  const roughly = previous.rough && predict(previous.rough, targets);
  if (!rough || !roughly) return straight;
  const bend = minus(rough.lambda, roughly);
  const step = norm(minus(straight, previous.solution.lambda));
  if (!(norm(bend) < step)) return straight;
  const left = leftOver(previous, targets);
  return straight.map((x, i) => Math.max(0, x + bend[i] + left[i]));
}

/** The part's own bend differs a little from that of all rows: by how much, as seen from the last move. */
function leftOver({ targets: here, solution, rough, before }: Kept, targets: Float64Array) {
  const none = new Float64Array(targets.length);
  if (!rough || !before?.rough) return none;
  const ahead = between(here, targets);
  const back = between(here, before.targets);
  const share = dot(ahead, back) / dot(back, back);
  const aside = norm(ahead.map((x, i) => x - share * back[i]));
  if (!(Math.abs(share) <= MOST_AHEAD && aside <= PARALLEL * norm(ahead))) return none;
  const straight = predict(solution, before.targets);
  const roughly = predict(rough, before.targets);
  if (!straight || !roughly) return none;
  const bent = minus(before.solution.lambda, straight);
  const roughlyBent = minus(before.rough.lambda, roughly);
  return bent.map((x, i) => share * share * (x - roughlyBent[i]));
}

/** Where sensitivity puts the optimum of other targets: λ + V⁻¹Δc on the active set, at most 1 + ‖λ‖ away; undefined where V says nothing. */
export function predict(previous: DualSolution, targets: Float64Array): Float64Array | undefined {
  const { lambda, moments } = previous;
  const index = [...targets.keys()].filter((i) => targets[i] > Number.NEGATIVE_INFINITY);
  const gradient = targets.map((c, i) => c - moments.mean[i]);
  const next = newtonPoint(moments.cov, gradient, lambda, index);
  const step = minus(next, lambda);
  const length = norm(step);
  const reach = 1 + norm(lambda);
  if (!(length < 1e6 * reach) || !Number.isFinite(dot(next, next))) return undefined;
  if (length <= reach) return next;
  return lambda.map((l, i) => Math.max(0, l + (step[i] * reach) / length));
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => x - b[i]);
}

/** Both leave out the same values. */
function between(from: Float64Array, to: Float64Array): Float64Array {
  return to.map((x, i) => (x > Number.NEGATIVE_INFINITY ? x - from[i] : 0));
}
