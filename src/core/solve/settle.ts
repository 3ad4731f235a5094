import { norm, submatrix, symmetricEigenvalues } from "../numerics/linear-algebra.ts";
import { reachMargin } from "../program/reach.ts";
import type { TiltOracle } from "../rows/oracle.ts";
import { certify } from "./certificate.ts";
import { solveDual } from "./dual.ts";
import type { DualOptions, DualSolution } from "./dual-solution.ts";
import { newtonPoint } from "./newton-step.ts";

/** Margin in sd units within which a palette counts as lying on the edge of the reachable set. */
const EDGE = 1e-9;
const DEGENERATE = 1e-7;
const UNSETTLED_STEP = 1e-3;

/**
 * Solves the dual and lets the exact linear program decide where Newton cannot (method §3): `boundary` when the palette lies
 * on the edge of the reachable set (λ is then only a direction and the KL a limit), `infeasible` with the program's own
 * certificate when Newton ran out of passes. Same arguments and units as `solveDual`.
 */
export async function solveSettled(
  oracle: TiltOracle,
  targets: Float64Array,
  options: DualOptions = {},
): Promise<DualSolution> {
  const found = await solveDual(oracle, targets, options);
  if (found.status === "infeasible" || found.status === "already-met") return found;
  if (found.status === "aligned" && !looksDegenerate(found, targets)) return found;
  const { margin, direction, passes } = await reachMargin(oracle, targets, { view: options.view });
  const spent = found.passes + passes;
  if (Math.abs(margin) <= EDGE) return { ...found, status: "boundary", passes: spent };
  if (margin > 0) return { ...found, passes: spent };
  const certificate = await certify(oracle, direction, targets, options.view);
  if (!certificate) return { ...found, status: "boundary", passes: spent + 1 };
  return { ...found, status: "infeasible", certificate, passes: spent + 1 };
}

/** True when the binding values hardly vary any more under the tilt, or the Newton step is still long. */
function looksDegenerate(found: DualSolution, targets: Float64Array): boolean {
  const { lambda, moments } = found;
  const m = lambda.length;
  const binding = [...lambda.keys()].filter((i) => lambda[i] > 0);
  const eigenvalues = symmetricEigenvalues(submatrix(moments.cov, m, binding), binding.length);
  if (eigenvalues[0] < DEGENERATE) return true;
  const gradient = targets.map((c, i) => c - moments.mean[i]);
  const index = [...targets.keys()].filter((i) => targets[i] > Number.NEGATIVE_INFINITY);
  const next = newtonPoint(moments.cov, gradient, lambda, index);
  return norm(next.map((x, i) => x - lambda[i])) > UNSETTLED_STEP * (1 + norm(lambda));
}
