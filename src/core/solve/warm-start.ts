import { dot, norm, solveSymmetric, submatrix } from "../numerics/linear-algebra.ts";
import { constrainedValues, positiveValues } from "../rows/value-sets.ts";
import type { DualSolution } from "./dual-solution.ts";
import { newtonPoint } from "./newton-step.ts";
import { DISTINCT_PLACES, MOST_BEYOND, PARALLEL, WILD_STEP } from "./tolerances.ts";

/** A solution over all rows, and over the part of them that starts the next one. */
export interface PastSolution {
  readonly targets: Float64Array;
  readonly solution: DualSolution;
  readonly rough: DualSolution | null;
}

/** A place on the line through the targets asked: 0 there, 1 at the last ones. */
interface Node {
  readonly at: number;
  /** λ over all rows less λ over the part, and its derivative along the line. */
  readonly gap: Float64Array;
  readonly slope: Float64Array;
}

/**
 * A first λ for new targets from past solutions (newest first) and `rough`, the solution over a part of the rows. Without the
 * part: λ + V⁻¹Δc on the active set (method §3, warm start). With it: the part's λ plus the gap between part and whole, which
 * varies little along the line of a drag and is interpolated from the nearest two solutions on it and their sensitivities.
 * Undefined without anything to start from.
 */
export function warmStart(
  past: readonly PastSolution[],
  rough: DualSolution | null,
  targets: Float64Array,
): Float64Array | undefined {
  const [last] = past;
  const straight = last && predict(last.solution, targets);
  if (!straight) return rough?.lambda;
  const gap = rough && gapAt(past, targets);
  if (!gap) return straight;
  const start = rough.lambda.map((l, i) => (l > 0 ? Math.max(0, l + gap[i]) : 0));
  const isNear = norm(minus(start, straight)) <= norm(minus(straight, last.solution.lambda));
  return isNear ? start : straight;
}

/** The gap at new targets: the tangent of the nearest node, or the cubic through two. Null where no node tells. */
function gapAt(past: readonly PastSolution[], targets: Float64Array): Float64Array | null {
  const line = between(targets, past[0].targets);
  const onLine = past
    .map((solution) => ({ solution, at: placeOn(line, between(targets, solution.targets)) }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((p, q) => Math.abs(p.at) - Math.abs(q.at));
  const [near] = onLine;
  const a = near && nodeOf(near.solution, near.at, line);
  if (!a) return null;
  const far = onLine.find(({ at }) => Math.abs(at - near.at) > DISTINCT_PLACES);
  const b = far && nodeOf(far.solution, far.at, line);
  const h = b ? b.at - a.at : 1;
  const x = -a.at / h;
  if (!b || Math.abs(x - 0.5) > 0.5 + MOST_BEYOND)
    return a.gap.map((g, i) => g - a.at * a.slope[i]);
  const [x2, x3] = [x * x, x * x * x];
  return a.gap.map(
    (g, i) =>
      (2 * x3 - 3 * x2 + 1) * g +
      (x3 - 2 * x2 + x) * h * a.slope[i] +
      (3 * x2 - 2 * x3) * b.gap[i] +
      (x3 - x2) * h * b.slope[i],
  );
}

/** Where a place lies along a line, in lengths of it; NaN where it lies aside. */
function placeOn(line: Float64Array, way: Float64Array): number {
  const at = dot(way, line) / dot(line, line);
  const aside = norm(way.map((x, i) => x - at * line[i]));
  return aside <= PARALLEL * norm(line) ? at : Number.NaN;
}

function nodeOf(
  { targets, solution, rough }: PastSolution,
  at: number,
  line: Float64Array,
): Node | null {
  if (!rough) return null;
  const [whole, part] = [predict(solution, targets), predict(rough, targets)];
  const [steep, roughlySteep] = [slopeAlong(solution, line), slopeAlong(rough, line)];
  if (!whole || !part || !steep || !roughlySteep) return null;
  return { at, gap: minus(whole, part), slope: minus(steep, roughlySteep) };
}

/** dλ/dc · line on the active set; null where V is singular there. */
function slopeAlong({ lambda, moments }: DualSolution, line: Float64Array): Float64Array | null {
  const active = positiveValues(lambda);
  const out = new Float64Array(lambda.length);
  const slope = new Float64Array(active.length);
  const v = submatrix(moments.cov, lambda.length, active);
  const rhs = Float64Array.from(active, (i) => line[i]);
  if (!solveSymmetric(v, rhs, active.length, 0, slope)) return null;
  active.forEach((i, k) => {
    out[i] = slope[k];
  });
  return out;
}

/** Where sensitivity puts the optimum of other targets: λ + V⁻¹Δc on the active set, at most 1 + ‖λ‖ away; undefined where V says nothing. */
export function predict(previous: DualSolution, targets: Float64Array): Float64Array | undefined {
  const { lambda, moments } = previous;
  const gradient = targets.map((c, i) => c - moments.mean[i]);
  const next = newtonPoint(moments.cov, gradient, lambda, constrainedValues(targets));
  const step = minus(next, lambda);
  const length = norm(step);
  const range = 1 + norm(lambda);
  if (!(length < WILD_STEP * range) || !Number.isFinite(dot(next, next))) return undefined;
  if (length <= range) return next;
  return lambda.map((l, i) => Math.max(0, l + (step[i] * range) / length));
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => x - b[i]);
}

/** Both leave out the same values. */
function between(from: Float64Array, to: Float64Array): Float64Array {
  return to.map((x, i) => (x > Number.NEGATIVE_INFINITY ? x - from[i] : 0));
}
