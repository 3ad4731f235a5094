import { dot, norm } from "../numerics/linear-algebra.ts";
import type { TiltMoments, TiltOracle } from "../rows/oracle.ts";
import { type DualPoint, type DualProblem, dualProblem, kktResidual } from "./dual-problem.ts";
import type { DualOptions, DualSolution, SdCertificate } from "./dual-solution.ts";
import { lineSearch, slopeLeft } from "./line-search.ts";
import { newtonPoint } from "./newton-step.ts";
import type { Status } from "./report.ts";
import {
  KKT_TOLERANCE,
  NEAR_ZERO,
  SAME_DIRECTION,
  SETTLED_STEP,
  SHORT_STEP,
  STALL_RATIO,
  STALL_RESIDUAL,
  STILL_CLIMBING,
} from "./tolerances.ts";

const MAX_PASSES = 100;
/** On the edge of the reachable set λ never settles: so many passes at most once the residual is met. */
const MOST_POLISH = 3;
/** Rounding may also hold the residual just above the tolerance there: so many passes without improving it end the search. */
const MOST_STALLED = 8;
/** Towards the hull the dual has an exponential tail, where a Newton step leaves 1/e of the slope: the longest step tried there. */
const MOST_BOOST = 2;

/** Where Newton's method stands after a step. */
interface Progress {
  readonly point: DualPoint;
  readonly passes: number;
  readonly certificate: SdCertificate | null;
  /** The point of the least residual among those that meet the tolerance. */
  readonly met: DualPoint | null;
  /** How many points have met it. */
  readonly polished: number;
  /** How many steps in a row have not improved a small residual, and the last one. */
  readonly stalled: number;
  readonly residual: number;
  /** How many Newton steps long the next step is tried. */
  readonly boost: number;
  /** The last step, where it had to be cut short. */
  readonly heading: Float64Array | null;
  readonly isOver: boolean;
}

/** When the search ends. */
interface Limits {
  readonly tolerance: number;
  readonly maxPasses: number;
}

/** A Newton step from a point, and its length; `range` = 1 + ‖λ‖ is the longest that is taken. */
interface NewtonStep {
  readonly step: Float64Array;
  readonly length: number;
  readonly range: number;
}

/**
 * Maximises the dual g(λ) = λ·c − log Z(λ) over λ ≥ 0 by projected Newton with backtracking (method §2–3, paper Thm 1).
 * `targets` in sd units, length m, −∞ where a value is unconstrained. Every evaluation counts as a pass and is
 * searched for a certificate of infeasibility. The status is the Newton verdict: on the edge of the reachable set it
 * may read `aligned` at a huge λ; `solvePalette` settles that with the exact linear program.
 * Errors: throws `invalid targets: …` for NaN or +∞.
 */
export async function solveDual(
  oracle: TiltOracle,
  targets: Float64Array,
  options: DualOptions = {},
): Promise<DualSolution> {
  for (const c of targets)
    if (Number.isNaN(c) || c === Number.POSITIVE_INFINITY) throw new Error(`invalid targets: ${c}`);
  const { tolerance = KKT_TOLERANCE, maxPasses = MAX_PASSES, start } = options;
  const problem = dualProblem(oracle, targets, options);
  const lambda = new Float64Array(targets.length);
  if (start) for (const i of problem.index) lambda[i] = Math.max(0, start[i]);
  const first = await problem.pointAt(lambda);
  let progress: Progress = {
    point: first,
    passes: 1,
    certificate: first.certificate,
    met: null,
    polished: 0,
    stalled: 0,
    residual: Number.POSITIVE_INFINITY,
    boost: 1,
    heading: null,
    isOver: first.certificate !== null,
  };
  while (!progress.isOver) progress = await advanced(problem, progress, { tolerance, maxPasses });
  return solutionOf(await withExactZero(problem, progress, tolerance));
}

/** One step on: Newton's, cut short or lengthened, and a test of its direction where two short ones follow each other. */
async function advanced(problem: DualProblem, before: Progress, limits: Limits): Promise<Progress> {
  const newton = newtonStep(problem, before.point);
  const { step, length, range } = newton;
  const here = judged(before, newton, limits);
  if (here.isOver) return here;
  const scale = Math.min(here.boost, range / length);
  const isShort = scale < SHORT_STEP;
  const isProbed =
    isShort && !problem.isBent && here.heading !== null && isAlong(step, here.heading);
  let { passes } = here;
  if (isProbed) {
    passes++;
    const certificate = await problem.certificateAlong(step.map((d) => Math.max(0, d)));
    if (certificate) return { ...here, passes, certificate, isOver: true };
  }
  const { point, passes: spent } = await lineSearch(problem, here.point, step, scale, {
    passes: limits.maxPasses - passes,
    triesOnce: here.met !== null,
  });
  passes += spent;
  if (!point) return { ...here, passes, isOver: true };
  const isClimbing = slopeLeft(step, here.point, point) > STILL_CLIMBING;
  return {
    ...here,
    point,
    passes,
    certificate: point.certificate,
    boost: isClimbing ? Math.min(MOST_BOOST, 2 * here.boost) : 1,
    heading: isShort && !isProbed ? step : null,
    isOver: point.certificate !== null,
  };
}

/** What the residual at the point says: whether the tolerance is met, and whether another step is worth its pass. */
function judged(
  before: Progress,
  { length, range }: NewtonStep,
  { tolerance, maxPasses }: Limits,
): Progress {
  const { point } = before;
  const residual = kktResidual(point);
  let { met, polished } = before;
  if (residual <= tolerance) {
    if (met && residual >= kktResidual(met)) return { ...before, isOver: true };
    met = point;
    polished++;
    const isSettled = length <= SETTLED_STEP * tolerance * range || isZero(point.lambda);
    if (isSettled || polished > MOST_POLISH) return { ...before, met, polished, isOver: true };
  }
  const isStuck = residual < STALL_RESIDUAL && residual > STALL_RATIO * before.residual;
  const stalled = isStuck ? before.stalled + 1 : 0;
  const isOver = before.passes >= maxPasses || stalled > MOST_STALLED;
  return { ...before, met, polished, stalled, residual, isOver };
}

function newtonStep(problem: DualProblem, point: DualPoint): NewtonStep {
  const { lambda, gradient } = point;
  const next = newtonPoint(problem.curvatureAt(point), gradient, lambda, problem.index);
  const step = next.map((x, i) => x - lambda[i]);
  return { step, length: lengthOf(step), range: 1 + norm(lambda) };
}

/**
 * The best point met, or λ = 0 where that meets the palette too: from a warm start the search for a palette at today's levels
 * ends just above it.
 */
async function withExactZero(
  problem: DualProblem,
  progress: Progress,
  tolerance: number,
): Promise<Progress> {
  const { met, certificate, passes } = progress;
  const point = met && !certificate ? met : progress.point;
  const isNearZero = !isZero(point.lambda) && norm(point.lambda) < NEAR_ZERO;
  if (!met || problem.isBent || !isNearZero) return { ...progress, point };
  const zero = await problem.pointAt(new Float64Array(point.lambda.length));
  const isEnough = kktResidual(zero) <= tolerance;
  return { ...progress, point: isEnough ? zero : point, passes: passes + 1 };
}

function solutionOf({ point, met, certificate, passes }: Progress): DualSolution {
  const { lambda, moments } = point;
  let status: Status = "iteration-limit";
  if (certificate) status = "infeasible";
  else if (met) status = isZero(lambda) ? "already-met" : "aligned";
  const kkt = kktResidual(point);
  return { status, kkt, lambda, moments, kl: klOf(lambda, moments), passes, certificate };
}

/** KL(p_λ ‖ p0) = λ·E_λ[r] − log Z(λ), in nats; never below 0. */
export function klOf(lambda: Float64Array, moments: TiltMoments): number {
  return Math.max(0, dot(lambda, moments.mean) - moments.logZ);
}

function isAlong(a: Float64Array, b: Float64Array): boolean {
  return dot(a, b) / (norm(a) * norm(b)) > SAME_DIRECTION;
}

/** Euclidean length that does not overflow. */
function lengthOf(step: Float64Array): number {
  let most = 0;
  for (const d of step) most = Math.max(most, Math.abs(d));
  if (!(most > 0)) return 0;
  let sum = 0;
  for (const d of step) sum += (d / most) ** 2;
  return most * Math.sqrt(sum);
}

function isZero(lambda: Float64Array): boolean {
  return lambda.every((l) => l === 0);
}
