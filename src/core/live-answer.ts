import type { LiveAnswer, ScaleBack, ScaledPalette } from "./answer.ts";
import { coarseDetails, exactDetails } from "./live-details.ts";
import { closestSafeMix, SAFE_SHARE, safeEss } from "./repair/safe-mix.ts";
import { alongRay, edgeShare, type RayPoint, shareWithin } from "./repair/scale-back.ts";
import type { TiltOracle } from "./rows/oracle.ts";
import type { Palette } from "./rows/palette.ts";
import { fromSd, type Samples } from "./rows/samples.ts";
import { solveDual } from "./solve/dual.ts";
import type { DualSolution } from "./solve/dual-solution.ts";
import type { SolveMemory } from "./solve/solve-memory.ts";
import { certificateInUnits, targetsInSd, toReport } from "./solve/solve-palette.ts";
import { irreducibleConflict } from "./verdict/conflict.ts";
import { printableInequality } from "./verdict/printable-inequality.ts";

/** KKT residual in sd units that is near enough while the hand moves: no printed digit shows it. */
const MOVING_TOLERANCE = 1e-6;

/**
 * Answers a palette in full: verdict, conflict, first repair, what to draw, reachable maxima and distributions. With a
 * `coarse` part of very many rows, for a hand that moves: where the palette is within reach the levels are met to 1e-6 sd
 * and not 1e-9, and maxima and distributions come from that part; the answer then says `isCoarse`.
 */
export async function answerPalette(
  oracle: TiltOracle,
  samples: Samples,
  palette: Palette,
  memory: SolveMemory,
  coarse: TiltOracle | null = null,
): Promise<LiveAnswer> {
  const began = performance.now();
  const targets = targetsInSd(samples, palette.targets);
  const found = await memory.solve(targets, coarse ? { tolerance: MOVING_TOLERANCE } : {});
  const reachable = found.status === "aligned" || found.status === "already-met";
  const edge = reachable ? null : await edgeShare(oracle, targets, memory);
  const isShown = edge === null || found.status === "boundary";
  const shown = isShown ? found : await closestSafeMix(targets, edge, found, memory);
  const conflict = found.certificate
    ? await irreducibleConflict(oracle, targets, found.certificate, memory)
    : null;
  const certificate = conflict && certificateInUnits(samples, conflict.certificate);
  const inequality =
    certificate &&
    (await printableInequality(oracle, samples, certificate, palette.targets, memory.view));
  const scaleBack =
    edge === null ? null : await repair(oracle, samples, targets, edge, shown, memory);
  const details =
    coarse && reachable
      ? await coarseDetails(coarse, oracle, samples, targets, shown, memory)
      : await exactDetails(oracle, samples, targets, shown, memory);
  return {
    report: toReport(samples, found),
    shown: toReport(samples, shown),
    shownIs: shown === found ? "palette" : "closest-safe-mix",
    conflict: conflict?.values ?? [],
    certificate,
    inequality,
    scaleBack,
    ...details,
    elapsed: performance.now() - began,
  };
}

/** Costs at the edge are a limit, so a coarse solve there is as good as a fine one. */
const EDGE_TOLERANCE = 1e-4;

async function repair(
  oracle: TiltOracle,
  samples: Samples,
  targets: Float64Array,
  edge: number,
  shown: DualSolution,
  memory: SolveMemory,
): Promise<ScaleBack | null> {
  if (!Number.isFinite(edge)) return null;
  const safe = await shareWithin(
    targets,
    { essAtLeast: safeEss(oracle.rows) },
    SAFE_SHARE * edge,
    memory,
    { hint: memory.safeShare, tolerance: 1e-6 },
  );
  memory.safeShare = safe?.rho;
  const atEdge = await solveDual(oracle, alongRay(targets, edge), {
    start: memory.edgeLambda ?? shown.lambda,
    tolerance: EDGE_TOLERANCE,
    view: memory.view,
  });
  memory.edgeLambda = atEdge.lambda;
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
  const there = alongRay(targets, rho);
  return {
    rho,
    targets: samples.values.map((v, i) =>
      there[i] === Number.NEGATIVE_INFINITY ? null : fromSd(v, there[i]),
    ),
    kl: solution.kl,
    ess: solution.moments.ess,
  };
}
