import type { TiltMoments, TiltOracle } from "../rows/oracle.ts";
import { constrainedValues } from "../rows/value-sets.ts";
import { certificateAt, certify } from "./certificate.ts";
import type { DualOptions, SdCertificate } from "./dual-solution.ts";

/** A λ ≥ 0 that one pass has looked at. */
export interface DualPoint {
  readonly lambda: Float64Array<ArrayBuffer>;
  readonly moments: TiltMoments;
  /** The dual's slope there: ∇g = c − E_λ[r] − ηλ, in sd. */
  readonly gradient: Float64Array;
  /** g(λ) in nats. */
  readonly value: number;
  /** The proof that the palette is out of reach, where this λ gives one. */
  readonly certificate: SdCertificate | null;
}

/** The dual g(λ) = λ·c − log Z(λ) − ½ Σ η_i λ_i² of a palette over some rows. */
export interface DualProblem {
  /** The constrained values. */
  readonly index: readonly number[];
  /** True with a base tilt or a softness: the problem is then another one, and nothing is proved about the palette. */
  readonly isBent: boolean;
  /** One pass at λ. */
  pointAt(lambda: Float64Array<ArrayBuffer>): Promise<DualPoint>;
  /** The certificate that a direction u ≥ 0 gives, by one pass, or null. */
  certificateAlong(direction: Float64Array): Promise<SdCertificate | null>;
  /** Minus the dual's second derivative: V, plus η on its diagonal. */
  curvatureAt(point: DualPoint): Float64Array;
}

/** The dual of a palette; `targets` in sd units, −∞ where a value is unconstrained. */
export function dualProblem(
  oracle: TiltOracle,
  targets: Float64Array,
  { base, softness, view }: DualOptions,
): DualProblem {
  const isBent = base !== undefined || softness !== undefined;
  return {
    index: constrainedValues(targets),
    isBent,
    async pointAt(lambda) {
      const moments = await oracle.tilt(base ? lambda.map((l, i) => l + base[i]) : lambda, view);
      return {
        lambda,
        moments,
        gradient: targets.map(
          (c, i) => c - moments.mean[i] - (softness ? softness[i] * lambda[i] : 0),
        ),
        value: asked(lambda, targets) - moments.logZ - loss(lambda, softness),
        certificate: isBent ? null : certificateAt(oracle, lambda, targets, moments.max),
      };
    },
    certificateAlong: (direction) => certify(oracle, direction, targets, view),
    curvatureAt: ({ moments }) => softened(moments.cov, softness),
  };
}

/** KKT residual: max |c − E[r]| over λ_i > 0 and max (c − E[r])₊ over λ_i = 0, in sd units. */
export function kktResidual({ lambda, gradient }: Pick<DualPoint, "lambda" | "gradient">): number {
  let worst = 0;
  for (let i = 0; i < lambda.length; i++)
    worst = Math.max(worst, lambda[i] > 0 ? Math.abs(gradient[i]) : gradient[i]);
  return worst;
}

/** λ·c with 0 · −∞ = 0. */
function asked(lambda: Float64Array, targets: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < lambda.length; i++) if (lambda[i] !== 0) sum += lambda[i] * targets[i];
  return sum;
}

/** ½ Σ η_i λ_i². */
function loss(lambda: Float64Array, softness: Float64Array | undefined): number {
  if (!softness) return 0;
  let sum = 0;
  for (let i = 0; i < lambda.length; i++) sum += (softness[i] / 2) * lambda[i] * lambda[i];
  return sum;
}

function softened(cov: Float64Array, softness: Float64Array | undefined): Float64Array {
  if (!softness) return cov;
  const m = softness.length;
  const out = cov.slice();
  for (let i = 0; i < m; i++) out[i * m + i] += softness[i];
  return out;
}
