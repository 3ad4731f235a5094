import type { LiveAnswer, Palette, ScaleBack, ScaledPalette } from "./answer.ts";
import { irreducibleConflict } from "./conflict.ts";
import { solveDual } from "./dual.ts";
import type { DualSolution } from "./dual-solution.ts";
import type { Histograms, TiltOracle } from "./oracle.ts";
import { printableInequality } from "./printable-inequality.ts";
import { reachableMaximum } from "./reach.ts";
import { fromSd, type Samples } from "./samples.ts";
import { alongRay, edgeShare, type RayPoint, shareWithin } from "./scale-back.ts";
import type { SolveMemory } from "./solve-memory.ts";
import { certificateInUnits, targetsInSd, toReport } from "./solve-palette.ts";

/** Below this many effective answers a mix is called thin (method §8). */
export const THIN_ESS = 200;
/** Share of the way to the edge at which the closest safe mix of a palette out of reach is drawn (method §5). */
export const SAFE_SHARE = 0.95;
/** Bins of the live histograms. */
export const LIVE_BINS = 64;

/** The fewest effective answers of a mix that is recommended: 200, or half of a smaller sample. */
export function safeEss(rows: number): number {
  return Math.min(THIN_ESS, rows / 2);
}

/** Answers a palette in full: verdict, conflict, first repair, what to draw, reachable maxima and distributions. */
export async function answerPalette(
  oracle: TiltOracle,
  samples: Samples,
  palette: Palette,
  memory: SolveMemory,
): Promise<LiveAnswer> {
  const began = performance.now();
  const targets = targetsInSd(samples, palette.targets);
  const found = await memory.solve(targets);
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
  const maxima = await reachableMaxima(oracle, samples, targets, memory);
  const histograms = await oracle.distribution(shown.lambda, LIVE_BINS, memory.view);
  return {
    report: toReport(samples, found),
    shown: toReport(samples, shown),
    shownIs: shown === found ? "palette" : "closest-safe-mix",
    conflict: conflict?.values ?? [],
    certificate,
    inequality,
    scaleBack,
    reachableMaximum: maxima,
    histograms: inUnits(samples, histograms),
    elapsed: performance.now() - began,
  };
}

/** The targets whose solution stands for a palette: its own, or those of the closest safe mix while it is out of reach (method §5). */
export async function shownTargets(
  oracle: TiltOracle,
  targets: Float64Array,
  memory: SolveMemory,
): Promise<{ readonly targets: Float64Array; readonly found: DualSolution }> {
  const found = await memory.solve(targets);
  if (found.status !== "infeasible" && found.status !== "iteration-limit")
    return { targets, found };
  const edge = await edgeShare(oracle, targets, memory);
  return { targets: Number.isFinite(edge) ? alongRay(targets, SAFE_SHARE * edge) : targets, found };
}

async function closestSafeMix(
  targets: Float64Array,
  edge: number,
  found: DualSolution,
  memory: SolveMemory,
): Promise<DualSolution> {
  if (!Number.isFinite(edge)) return found;
  return memory.solve(alongRay(targets, SAFE_SHARE * edge), {}, "closest");
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

async function reachableMaxima(
  oracle: TiltOracle,
  samples: Samples,
  targets: Float64Array,
  memory: SolveMemory,
): Promise<(number | null)[]> {
  const maxima: (number | null)[] = [];
  for (let k = 0; k < targets.length; k++) {
    const found = await reachableMaximum(oracle, targets, k, {
      cache: memory.cache,
      view: memory.view,
    });
    maxima.push(found && fromSd(samples.values[k], found.level));
  }
  return maxima;
}

/** Turns the bins of costs round, so that every histogram runs from the least to the greatest raw reward. */
function inUnits(samples: Samples, histograms: Histograms): Histograms {
  const { bins, before, after } = histograms;
  samples.values.forEach((value, i) => {
    if (!value.lowerIsBetter) return;
    before.subarray(i * bins, (i + 1) * bins).reverse();
    after.subarray(i * bins, (i + 1) * bins).reverse();
  });
  return histograms;
}
