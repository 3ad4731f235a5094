import type { TiltOracle, View } from "../rows/oracle.ts";
import type { SdCertificate } from "./dual-solution.ts";

/**
 * The rounding allowance τ = 4(m + 2)·ε·Σ_i |λ_i|·max_j(|r_ij| + |c_i|) of the certificate (method §3).
 * λ and targets in sd units, targets −∞ where unconstrained (λ is 0 there).
 */
export function certificateAllowance(
  oracle: TiltOracle,
  lambda: Float64Array,
  targets: Float64Array,
): number {
  let sum = 0;
  for (let i = 0; i < lambda.length; i++)
    if (lambda[i] !== 0)
      sum +=
        Math.abs(lambda[i]) *
        (Math.max(Math.abs(oracle.min[i]), Math.abs(oracle.max[i])) + Math.abs(targets[i]));
  return 4 * (lambda.length + 2) * Number.EPSILON * sum;
}

/**
 * The certificate that λ ≥ 0 gives with M(λ) = max_j λ·r_j, or null where it proves nothing:
 * any mix has λ·E[r] ≤ M(λ), while reaching c needs λ·E[r] ≥ λ·c.
 */
export function certificateAt(
  oracle: TiltOracle,
  lambda: Float64Array,
  targets: Float64Array,
  max: number,
): SdCertificate | null {
  let asked = 0;
  let total = 0;
  for (let i = 0; i < lambda.length; i++)
    if (lambda[i] > 0) {
      asked += lambda[i] * targets[i];
      total += lambda[i];
    }
  if (!(total > 0) || !(max - asked < -certificateAllowance(oracle, lambda, targets))) return null;
  return {
    direction: lambda.map((l) => l / total),
    bound: max / total,
    asked: asked / total,
  };
}

/** Tests a direction u ≥ 0 with one pass: the certificate it gives, or null. */
export async function certify(
  oracle: TiltOracle,
  direction: Float64Array,
  targets: Float64Array,
  view?: View,
): Promise<SdCertificate | null> {
  const { value } = await oracle.support(direction, view);
  return certificateAt(oracle, direction, targets, value);
}
