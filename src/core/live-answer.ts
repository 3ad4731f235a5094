import type { LiveAnswer, ScaleBack, ScaledPalette } from "./answer.ts";
import { coarseDetails, exactDetails } from "./live-details.ts";
import { closestSafeMix, SAFE_SHARE, safeEss } from "./repair/safe-mix.ts";
import { alongRay, edgeShare, type RayPoint, shareWithin } from "./repair/scale-back.ts";
import type { TiltOracle } from "./rows/oracle.ts";
import type { Palette } from "./rows/palette.ts";
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
import { printableInequality } from "./verdict/printable-inequality.ts";

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
    elapsed: performance.now() - began,
  };
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
    { essAtLeast: safeEss(oracle.rows) },
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
    edge: scaled(samples, targets, { rho: edge, solution: atEdge }),
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
