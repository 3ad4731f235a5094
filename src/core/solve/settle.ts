import { norm, submatrix, symmetricEigenvalues } from "../numerics/linear-algebra.ts";
import { reachMargin } from "../program/reachable-set.ts";
import type { TiltOracle } from "../rows/oracle.ts";
import { constrainedValues, positiveValues } from "../rows/value-sets.ts";
import { certify } from "./certificate.ts";
import { solveDual } from "./dual.ts";
import type { DualOptions, DualSolution } from "./dual-solution.ts";
import { newtonPoint } from "./newton-step.ts";
import { DEGENERATE_VARIANCE, EDGE_MARGIN, PROMISED_MARGIN, UNSETTLED_STEP } from "./tolerances.ts";

/**
 * Solves the dual and lets the exact linear program decide where Newton cannot (method §3): `boundary` when the palette lies
 * on the edge of the reachable set (λ is then only a direction and the KL a limit), `infeasible` with the program's own
 * certificate when Newton ran out of passes; so close inside the edge that Newton did not settle is `boundary` too. Same arguments and units as `solveDual`.
 */
export async function solveSettled(
  oracle: TiltOracle,
  targets: Float64Array,
  options: DualOptions = {},
): Promise<DualSolution> {
  const solution = await solveDual(oracle, targets, options);
  if (solution.status === "infeasible" || solution.status === "already-met") return solution;
  if (solution.status === "aligned" && !looksDegenerate(solution, targets)) return solution;
  const { margin, direction, passes } = await reachMargin(oracle, targets, { view: options.view });
  const spent = solution.passes + passes;
  if (Math.abs(margin) <= EDGE_MARGIN) return { ...solution, status: "boundary", passes: spent };
  if (margin > 0) {
    const isUnsettled = solution.status === "iteration-limit" && margin <= PROMISED_MARGIN;
    return { ...solution, ...(isUnsettled ? { status: "boundary" as const } : {}), passes: spent };
  }
  const certificate = await certify(oracle, direction, targets, options.view);
  if (!certificate) return { ...solution, status: "boundary", passes: spent + 1 };
  return { ...solution, status: "infeasible", certificate, passes: spent + 1 };
}

/** True when the binding values hardly vary any more under the tilt, or the Newton step is still long. */
function looksDegenerate({ lambda, moments }: DualSolution, targets: Float64Array): boolean {
  const binding = positiveValues(lambda);
  const block = submatrix(moments.cov, lambda.length, binding);
  if (symmetricEigenvalues(block, binding.length)[0] < DEGENERATE_VARIANCE) return true;
  const gradient = targets.map((c, i) => c - moments.mean[i]);
  const next = newtonPoint(moments.cov, gradient, lambda, constrainedValues(targets));
  return norm(next.map((x, i) => x - lambda[i])) > UNSETTLED_STEP * (1 + norm(lambda));
}
