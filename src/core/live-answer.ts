import type { DearestStep, LiveAnswer, ScaleBack, ScaledPalette } from "./answer.ts";
import { stepCost } from "./compare/step-cost.ts";
import { coarseDetails, exactDetails } from "./live-details.ts";
import { closestSafeMix, SAFE_SHARE, safeEss } from "./repair/safe-mix.ts";
import { alongRay, edgeShare, type RayPoint, shareWithin } from "./repair/scale-back.ts";
import type { TiltOracle } from "./rows/oracle.ts";
import type { Palette } from "./rows/palette.ts";
import { priceStepSize } from "./rows/price-step.ts";
import type { Samples } from "./rows/samples.ts";
import { solveDual } from "./solve/dual.ts";
import type { DualSolution } from "./solve/dual-solution.ts";
import { isReached } from "./solve/report.ts";
import type { SolveCache } from "./solve/solve-cache.ts";
import {
  certificateInUnits,
  targetsInSd,
  targetsInUnits,
  toReport,
} from "./solve/solve-palette.ts";
import { EDGE_TOLERANCE, MOVING_RAY_TOLERANCE, MOVING_TOLERANCE } from "./solve/tolerances.ts";
import { irreducibleConflict } from "./verdict/conflict.ts";
import { keptRows } from "./verdict/kept-rows.ts";
import { printableInequality } from "./verdict/printable-inequality.ts";
import { sharedPrices } from "./verdict/shared-prices.ts";

/**
 * Answers a palette in full: verdict, conflict, first repair, what to draw, reachable maxima and distributions. With a
 * `coarse` part of very many rows, for while a slider moves: where the palette is within reach the levels are met to 1e-6 sd
 * and not 1e-9, and maxima and distributions come from that part; the answer then says `isCoarse`.
 */
export async function answerPalette(
  oracle: TiltOracle,
  samples: Samples,
  palette: Palette,
  solveCache: SolveCache,
  coarse: TiltOracle | null = null,
): Promise<LiveAnswer> {
  const began = performance.now();
  const targets = targetsInSd(samples, palette.targets);
  const original = await solveCache.baseline();
  const own = await solveCache.solve(targets, coarse ? { tolerance: MOVING_TOLERANCE } : {});
  const isWithinReach = isReached(own.status);
  const edge = isWithinReach ? null : await edgeShare(oracle, targets, solveCache);
  const isShown = edge === null || own.status === "boundary";
  const shown = isShown ? own : await closestSafeMix(targets, edge, own, solveCache);
  const conflict = own.certificate
    ? await irreducibleConflict(oracle, targets, own.certificate, solveCache)
    : null;
  const certificate = conflict && certificateInUnits(samples, conflict.certificate);
  const inequality =
    certificate &&
    (await printableInequality(oracle, samples, certificate, palette.targets, solveCache.view));
  const scaleBack =
    edge === null ? null : await repair(oracle, samples, targets, edge, shown, solveCache);
  const details =
    coarse && isWithinReach
      ? await coarseDetails(coarse, oracle, samples, targets, shown, solveCache)
      : await exactDetails(oracle, samples, targets, shown, solveCache);
  return {
    report: toReport(samples, own),
    shown: toReport(samples, shown),
    shownIs: shown === own ? "palette" : "closest-safe-mix",
    conflict: conflict?.values ?? [],
    certificate,
    inequality,
    scaleBack,
    ...details,
    dearest: details.isCoarse ? null : await dearestStep(samples, targets, own, solveCache),
    sharedPrices: own.status === "aligned" ? sharedPrices(original.cov, targets, own) : [],
    kept:
      own.status === "boundary" ? await keptRows(oracle, samples, targets, own, solveCache) : null,
    baselineEss: original.ess,
    elapsed: performance.now() - began,
  };
}

/** What a step more of the dearest value costs; null where nothing has a price or the step is not settled. */
async function dearestStep(
  samples: Samples,
  targets: Float64Array,
  { status, lambda, kl }: DualSolution,
  solveCache: SolveCache,
): Promise<DearestStep | null> {
  if (status !== "aligned") return null;
  const value = lambda.indexOf(Math.max(...lambda));
  const { sd } = samples.values[value];
  const step = priceStepSize({ sd });
  const cost = await stepCost(targets, value, step / (sd > 0 ? sd : 1), kl, solveCache);
  return Number.isNaN(cost) ? null : { value, step, cost };
}

/** Scaling back to the edge and to a mix that enough answers carry; null where nothing on the ray is reachable. */
async function repair(
  oracle: TiltOracle,
  samples: Samples,
  targets: Float64Array,
  edge: number,
  shown: DualSolution,
  solveCache: SolveCache,
): Promise<ScaleBack | null> {
  if (!Number.isFinite(edge)) return null;
  const safe = await shareWithin(
    targets,
    { essAtLeast: safeEss((await solveCache.baseline()).ess) },
    SAFE_SHARE * edge,
    solveCache,
    { hint: solveCache.safeShare, tolerance: MOVING_RAY_TOLERANCE },
  );
  solveCache.safeShare = safe?.rho;
  const atEdge = await solveDual(oracle, alongRay(targets, edge), {
    start: solveCache.edgeLambda ?? shown.lambda,
    tolerance: EDGE_TOLERANCE,
    view: solveCache.view,
  });
  solveCache.edgeLambda = atEdge.lambda;
  return {
    edge: scaled(samples, targets, { rho: Math.min(1, edge), solution: atEdge }),
    safe: safe && scaled(samples, targets, safe),
  };
}

function scaled(
  samples: Samples,
  targets: Float64Array,
  { rho, solution }: RayPoint,
): ScaledPalette {
  return {
    rho,
    targets: targetsInUnits(samples, alongRay(targets, rho)),
    kl: solution.kl,
    ess: solution.moments.ess,
  };
}
