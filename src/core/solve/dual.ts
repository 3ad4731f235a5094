import { dot, norm } from "../numerics/linear-algebra.ts";
import type { TiltMoments, TiltOracle } from "../rows/oracle.ts";
import { certificateAt, certify } from "./certificate.ts";
import type { DualOptions, DualSolution, SdCertificate } from "./dual-solution.ts";
import { newtonPoint } from "./newton-step.ts";
import type { Status } from "./report.ts";

const TOLERANCE = 1e-9;
/** ‖λ‖ in nats per sd below which λ = 0 is tried. */
const NEAR_ZERO = 1e-6;
const MAX_PASSES = 100;
/** A step this many tolerances long, relative to 1 + ‖λ‖, is not worth another pass once the residual is met. */
const SETTLED_STEP = 100;
/** On the edge of the reachable set λ never settles: so many passes at most once the residual is met. */
const MOST_POLISH = 3;
/** Rounding may also hold the residual just above the tolerance there: so many passes without halving it end the search. */
const STALL_RESIDUAL = 1e-6;
const MOST_STALLED = 8;

/** Towards the hull the dual has an exponential tail: a Newton step leaves 1/e of the slope, so longer ones are tried. */
const STILL_CLIMBING = 0.3;
const OVERSHOT = -0.5;
/** Below this the dual value is rounding of a sum over rows, and the slope says whether a step was good. */
const SUM_NOISE = 1e-11;
const MOST_BOOST = 2;

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
  const { tolerance = TOLERANCE, maxPasses = MAX_PASSES, base, softness, view } = options;
  const isBent = base !== undefined || softness !== undefined;
  const pass = (l: Float64Array) => oracle.tilt(base ? l.map((x, i) => x + base[i]) : l, view);
  const prove = (l: Float64Array, max: number) =>
    isBent ? null : certificateAt(oracle, l, targets, max);
  const index: number[] = [];
  for (let i = 0; i < targets.length; i++) if (targets[i] > Number.NEGATIVE_INFINITY) index.push(i);

  let lambda = new Float64Array(targets.length);
  if (options.start) for (const i of index) lambda[i] = Math.max(0, options.start[i]);
  let passes = 1;
  let moments = await pass(lambda);
  let gradient = slopeAt(lambda, moments);
  let certificate = prove(lambda, moments.max);
  let met: { lambda: Float64Array<ArrayBuffer>; moments: TiltMoments } | null = null;

  let boost = 1;
  let polished = 0;
  let stalled = 0;
  let lastResidual = Number.POSITIVE_INFINITY;
  let heading: Float64Array | null = null;
  while (!certificate) {
    const residual = kktResidual(lambda, gradient);
    const next = newtonPoint(softened(moments.cov, softness), gradient, lambda, index);
    const step = next.map((x, i) => x - lambda[i]);
    const length = stepLength(step);
    const reach = 1 + norm(lambda);
    if (residual <= tolerance) {
      if (met && residual >= kktResidual(met.lambda, slopeAt(met.lambda, met.moments))) break;
      met = { lambda, moments };
      polished++;
      if (polished > MOST_POLISH || length <= SETTLED_STEP * tolerance * reach || isZero(lambda))
        break;
    }
    stalled = residual < STALL_RESIDUAL && residual > 0.5 * lastResidual ? stalled + 1 : 0;
    lastResidual = residual;
    if (passes >= maxPasses || stalled > MOST_STALLED) break;
    const scale = Math.min(boost, reach / length);
    if (!isBent && scale < 0.5 && heading && cosine(step, heading) > 0.999) {
      passes++;
      const probe = step.map((d) => Math.max(0, d));
      certificate = await certify(oracle, probe, targets, view);
      if (certificate) break;
      heading = null;
    } else heading = scale < 0.5 ? step : null;
    const before = gradient;
    const moved = await lineSearch(step, scale);
    if (!moved) break;
    boost =
      remaining(step, before, gradient) > STILL_CLIMBING ? Math.min(MOST_BOOST, 2 * boost) : 1;
  }
  if (met && !certificate) ({ lambda, moments } = met);
  // From a warm start a palette at today's levels ends a hair above λ = 0, which meets it too.
  if (met && !isBent && !isZero(lambda) && norm(lambda) < NEAR_ZERO) {
    const zero = new Float64Array(lambda.length);
    const today = await pass(zero);
    passes++;
    if (kktResidual(zero, slopeAt(zero, today)) <= tolerance) [lambda, moments] = [zero, today];
  }
  gradient = slopeAt(lambda, moments);
  return solution(lambda, moments, certificate, passes, {
    kkt: kktResidual(lambda, gradient),
    status: certificate
      ? "infeasible"
      : met
        ? isZero(lambda)
          ? "already-met"
          : "aligned"
        : "iteration-limit",
  });

  /** ∇g = c − E_λ[r] − ηλ. */
  function slopeAt(l: Float64Array, there: TiltMoments): Float64Array {
    return targets.map((c, i) => c - there.mean[i] - (softness ? softness[i] * l[i] : 0));
  }

  function valueAt(l: Float64Array, there: TiltMoments): number {
    let lost = 0;
    if (softness) for (let i = 0; i < l.length; i++) lost += (softness[i] / 2) * l[i] * l[i];
    return dot0(l, targets) - there.logZ - lost;
  }

  /** Backtracks from λ + scale·step until the dual rises enough, rounding allowed for; false when it never does. */
  async function lineSearch(step: Float64Array, scale: number): Promise<boolean> {
    const from = lambda;
    const value = valueAt(from, moments);
    const slope = dot(
      gradient.map((g, i) => (step[i] === 0 ? 0 : g)),
      step,
    );
    const last = met;
    for (
      let share = scale;
      passes < maxPasses && share > 1e-12 * scale;
      share /= share > 1 ? share : 4
    ) {
      const trial = from.map((l, i) => Math.max(0, l + share * step[i]));
      const there = await pass(trial);
      passes++;
      certificate = prove(trial, there.max);
      const allowance = 4e-15 * (1 + Math.abs(value) + Math.abs(there.max));
      const gain = valueAt(trial, there) - value;
      const left = remaining(step, gradient, slopeAt(trial, there));
      const overshot = share > 1 && left < OVERSHOT;
      const noise = SUM_NOISE * (1 + Math.abs(value) + Math.abs(there.max));
      const risen = gain >= 1e-4 * share * slope - allowance;
      const accepted =
        Math.abs(gain) > noise ? risen && !overshot : risen ? left > -0.9 : Math.abs(left) <= 0.9;
      if (certificate || accepted) {
        lambda = trial;
        moments = there;
        gradient = slopeAt(trial, there);
        return true;
      }
      if (last) return false;
    }
    return false;
  }
}

/** Slope left after a step, as a share of the slope before it. */
function remaining(step: Float64Array, before: Float64Array, after: Float64Array): number {
  let was = 0;
  let is = 0;
  for (let i = 0; i < step.length; i++)
    if (step[i] !== 0) {
      was += step[i] * before[i];
      is += step[i] * after[i];
    }
  return is / was;
}

function cosine(a: Float64Array, b: Float64Array): number {
  return dot(a, b) / (norm(a) * norm(b));
}

/** KKT residual: max |c − E[r]| over λ_i > 0 and max (c − E[r])₊ over λ_i = 0, in sd units. */
export function kktResidual(lambda: Float64Array, gradient: Float64Array): number {
  let worst = 0;
  for (let i = 0; i < lambda.length; i++)
    worst = Math.max(worst, lambda[i] > 0 ? Math.abs(gradient[i]) : gradient[i]);
  return worst;
}

/** V + diag η; V itself without η. */
function softened(cov: Float64Array, softness: Float64Array | undefined): Float64Array {
  if (!softness) return cov;
  const m = softness.length;
  const out = cov.slice();
  for (let i = 0; i < m; i++) out[i * m + i] += softness[i];
  return out;
}

/** KL(p_λ ‖ p0) = λ·E_λ[r] − log Z(λ), in nats; never below 0. */
export function klOf(lambda: Float64Array, moments: TiltMoments): number {
  return Math.max(0, dot(lambda, moments.mean) - moments.logZ);
}

function solution(
  lambda: Float64Array,
  moments: TiltMoments,
  certificate: SdCertificate | null,
  passes: number,
  outcome: { status: Status; kkt: number },
): DualSolution {
  return { ...outcome, lambda, moments, kl: klOf(lambda, moments), passes, certificate };
}

/** λ·c with 0 · −∞ = 0. */
function dot0(lambda: Float64Array, targets: Float64Array): number {
  let s = 0;
  for (let i = 0; i < lambda.length; i++) if (lambda[i] !== 0) s += lambda[i] * targets[i];
  return s;
}

function stepLength(step: Float64Array): number {
  let most = 0;
  for (const d of step) most = Math.max(most, Math.abs(d));
  if (!(most > 0)) return 0;
  let s = 0;
  for (const d of step) s += (d / most) ** 2;
  return most * Math.sqrt(s);
}

function isZero(lambda: Float64Array): boolean {
  return lambda.every((l) => l === 0);
}
