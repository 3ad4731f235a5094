import type { TiltOracle } from "../rows/oracle.ts";
import type { Samples } from "../rows/samples.ts";
import { tiltedWeights } from "../rows/tilted-weights.ts";
import { solveDual } from "../solve/dual.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import type { SolveCache } from "../solve/solve-cache.ts";
import { NO_WEIGHT, ROUGH_EDGE, VANISHING } from "../solve/tolerances.ts";

/**
 * How many rows keep any weight in the limit that a palette on the edge stands for. Towards it λ grows without bound: the rows
 * whose weight goes on falling when λ goes on in the direction it took between a rough and the exact solve are dropped.
 */
export async function keptRows(
  oracle: TiltOracle,
  samples: Samples,
  targets: Float64Array,
  { lambda }: DualSolution,
  { view }: SolveCache,
): Promise<number> {
  const rough = await solveDual(oracle, targets, { tolerance: ROUGH_EDGE, view });
  const onward = lambda.map((l, i) => Math.max(0, l + l - rough.lambda[i]));
  const here = tiltedWeights(samples, lambda, view);
  const further = tiltedWeights(samples, onward, view);
  const base = (j: number) => samples.weights?.[j] ?? 1 / samples.rows;
  let most = 0;
  for (let j = 0; j < samples.rows; j++) if (base(j) > 0) most = Math.max(most, here[j] / base(j));
  let kept = 0;
  for (let j = 0; j < samples.rows; j++) {
    const isCarried = base(j) > 0 && here[j] / base(j) > NO_WEIGHT * most;
    if (isCarried && further[j] > VANISHING * here[j]) kept++;
  }
  return kept;
}
