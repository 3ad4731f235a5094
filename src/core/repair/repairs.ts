import { norm } from "../numerics/linear-algebra.ts";
import type { ProgramOptions } from "../program/reachable-set.ts";
import { type Checkpoint, noCheckpoint } from "../rows/checkpoint.ts";
import type { TiltOracle } from "../rows/oracle.ts";
import type { Palette } from "../rows/palette.ts";
import type { Samples } from "../rows/samples.ts";
import { constrainedValues } from "../rows/value-sets.ts";
import { solveDual } from "../solve/dual.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import { isReached, type Status } from "../solve/report.ts";
import type { SolveCache } from "../solve/solve-cache.ts";
import { targetsInSd, targetsInUnits } from "../solve/solve-palette.ts";
import { HELD_BACK, UNMOVED_SQUARE } from "../solve/tolerances.ts";
import { greedyPalette, relaxedPalette } from "./greedy.ts";
import { greedyWithin } from "./greedy-within.ts";
import { nearestPalette } from "./nearest-palette.ts";
import { nearestWithin } from "./nearest-within.ts";
import { excessOf, type RayLimit } from "./ray-limit.ts";
import { SAFE_SHARE, safeEss } from "./safe-mix.ts";
import { alongRay, backShare, pathWithin, shareWithin } from "./scale-back.ts";

/** The ways of making a palette reachable (method §5). */
type RepairKind = "scale-back" | "relax" | "greedy" | "nearest";

/** A palette and what it costs. */
interface CostedPalette {
  /** Targets in the user's units, null where left out. */
  readonly targets: readonly (number | null)[];
  /** How much each target moves from what was asked, user's units, null where left out. */
  readonly change: readonly (number | null)[];
  readonly status: Status;
  /** Drift in nats and effective answers there; on the edge (status `boundary`) both are limits. */
  readonly kl: number;
  readonly ess: number;
  /** ‖change‖ of the targets in sd units. */
  readonly distance: number;
}

/** One repair: on the edge of what is reachable, and the same pulled in until it keeps to the limit. */
export interface Repair extends CostedPalette {
  readonly kind: RepairKind;
  /** Share of the way from the baseline, for scaling back. */
  readonly rho: number | null;
  /** The value relaxed, or null. */
  readonly relaxed: number | null;
  /** Null where even the baseline's own slack breaks the limit. */
  readonly safe: CostedPalette | null;
  /** True for one repair at most: the first with a safe version, which is then the one to adopt. */
  readonly recommended: boolean;
}

/** Settings of `repairPalette`. */
export interface RepairOptions {
  /** The user's order of priority, dearest first. Default the values' own order. */
  readonly order?: readonly number[];
  /** What a safe version keeps to. Default at least 200 effective answers, or half of those that carry today's mix. */
  readonly limit?: RayLimit;
  /** The value to relax. Default the latest in the order of priority that can be relaxed alone. */
  readonly relax?: number;
  readonly checkpoint?: Checkpoint;
}

/** A palette to repair and what its repairs keep to. */
interface RepairTask {
  readonly oracle: TiltOracle;
  readonly samples: Samples;
  readonly palette: Palette;
  /** The palette's targets in sd units. */
  readonly targets: Float64Array;
  readonly solveCache: SolveCache;
  readonly limit: RayLimit;
  readonly order: readonly number[];
  /** The value to relax; undefined where any may be. */
  readonly relax: number | undefined;
}

/** A repair before one of them is recommended. */
type RepairDraft = Omit<Repair, "recommended">;

/**
 * All repairs of a palette out of reach (method §5), each with its cost and its safe version; none ever raises a target, and
 * values that are held stay. A repair is left out where it cannot be had: no single value may be enough to relax.
 */
export async function repairPalette(
  oracle: TiltOracle,
  samples: Samples,
  palette: Palette,
  solveCache: SolveCache,
  options: RepairOptions = {},
): Promise<Repair[]> {
  const targets = targetsInSd(samples, palette.targets);
  const { relax, checkpoint = noCheckpoint, order = [...targets.keys()] } = options;
  const limit = options.limit ?? { essAtLeast: safeEss((await solveCache.baseline()).ess) };
  const task: RepairTask = { oracle, samples, palette, targets, solveCache, limit, order, relax };
  const repairs: RepairDraft[] = [];
  const ways = [scaledBack, nearest, relaxed, greedy];
  for (const [k, way] of ways.entries()) {
    await checkpoint(k / ways.length);
    const repair = await way(task);
    if (repair) repairs.push(repair);
  }
  const best = Math.max(
    0,
    repairs.findIndex((r) => r.safe),
  );
  return leastOfAll(repairs).map((repair, k) => ({ ...repair, recommended: k === best }));
}

/**
 * Under a number of answers, or pulled in from the edge, the path of the nearest palette is not always the shortest, as it is under a
 * drift: the smallest change is then the least of what all repairs found.
 */
function leastOfAll(repairs: readonly RepairDraft[]): readonly RepairDraft[] {
  const found = repairs.flatMap(({ safe }) => safe ?? []);
  if (found.length === 0) return repairs;
  const least = found.reduce((a, b) => (b.distance < a.distance ? b : a));
  return repairs.map((repair) => (repair.kind === "nearest" ? { ...repair, safe: least } : repair));
}

/** All targets together, back to the edge; null where none is above its baseline. */
async function scaledBack(task: RepairTask): Promise<RepairDraft | null> {
  const { oracle, targets, solveCache, limit } = task;
  const rho = await backShare(oracle, targets, solveCache);
  if (rho === null) return null;
  const asked = await solveCache.solve(targets);
  const most = isReached(asked.status) ? rho : SAFE_SHARE * rho;
  const safe = await shareWithin(targets, limit, most, solveCache);
  return described(task, "scale-back", alongRay(targets, rho), {
    rho,
    safe: safe && costed(task, alongRay(targets, safe.rho), safe.solution),
  });
}

/** The smallest change. */
async function nearest(task: RepairTask): Promise<RepairDraft> {
  const { oracle, targets, limit, palette } = task;
  const options = { ...programOptions(task), held: palette.held };
  const edge = await nearestPalette(oracle, targets, options);
  const within = await nearestWithin(oracle, targets, limit, options);
  // Where the limit holds nothing back the nearest palette lies on the edge, and a hair's breadth beside it is no safe mix.
  const isHeldBack =
    within !== null &&
    isReached(within.solution.status) &&
    excessOf(within.solution, limit) > -HELD_BACK;
  return described(task, "nearest", edge.targets, {
    safe: isHeldBack
      ? costed(task, within.targets, within.solution)
      : await pulledIn(task, edge.targets),
  });
}

/** One value alone gives way: the latest in the order of priority that can; null where none can. */
async function relaxed(task: RepairTask): Promise<RepairDraft | null> {
  const { oracle, targets, palette, relax, order } = task;
  const candidates = relax === undefined ? [...order].reverse() : [relax];
  for (const k of candidates) {
    if (!(targets[k] > 0) || palette.held[k]) continue;
    const edge = await relaxedPalette(oracle, targets, k, programOptions(task));
    if (!edge || !(edge[k] < targets[k])) continue;
    const safe = (await lowered(task, edge, k)) ?? (await pulledIn(task, edge));
    return described(task, "relax", edge, { relaxed: k, safe });
  }
  return null;
}

/** Value by value in the order of priority. */
async function greedy(task: RepairTask): Promise<RepairDraft> {
  const { oracle, targets, order, limit, solveCache } = task;
  const edge = await greedyPalette(oracle, targets, order, programOptions(task));
  const safe = await greedyWithin(oracle, targets, order, limit, solveCache);
  return described(task, "greedy", edge, {
    safe: safe && costed(task, safe.targets, safe.solution),
  });
}

function programOptions({ solveCache }: RepairTask): ProgramOptions {
  return { cache: solveCache.pointCache, view: solveCache.view };
}

/** A palette on the edge scaled back until the limit is kept; null where nothing on its ray does. */
async function pulledIn(task: RepairTask, edge: Float64Array): Promise<CostedPalette | null> {
  const safe = await shareWithin(edge, task.limit, SAFE_SHARE, task.solveCache);
  return safe && costed(task, alongRay(edge, safe.rho), safe.solution);
}

/** Lowers one target further until the limit is kept, a little inside the edge at least; null where no level of it does. */
async function lowered(
  task: RepairTask,
  edge: Float64Array,
  k: number,
): Promise<CostedPalette | null> {
  const { oracle, solveCache, limit } = task;
  const lowest = Math.min(0, edge[k], oracle.min[k]);
  const highest = edge[k] - (1 - SAFE_SHARE) * (edge[k] > 0 ? edge[k] : 1);
  const paletteAt = (share: number) =>
    edge.map((c, i) => (i === k ? lowest + share * (Math.max(lowest, highest) - lowest) : c));
  const safe = await pathWithin(paletteAt, limit, 1, solveCache);
  return safe && costed(task, paletteAt(safe.rho), safe.solution);
}

/** A repair with its cost on the edge, and how far it is from what was asked. */
async function described(
  task: RepairTask,
  kind: RepairKind,
  edge: Float64Array,
  rest: Partial<Pick<Repair, "rho" | "relaxed">> & Pick<Repair, "safe">,
): Promise<RepairDraft> {
  const { oracle, targets, solveCache } = task;
  const isMoved = distanceOf(task, edge) ** 2 > UNMOVED_SQUARE;
  const solution = isMoved
    ? await solveDual(oracle, edge, { view: solveCache.view })
    : await solveCache.solve(targets, {}, "asked");
  return {
    kind,
    rho: null,
    relaxed: null,
    ...rest,
    ...costed(task, edge, solution),
    status: isMoved ? "boundary" : solution.status,
  };
}

/** How far a palette is from what was asked, in sd. */
function distanceOf({ targets }: RepairTask, there: Float64Array): number {
  return norm(Float64Array.from(constrainedValues(there), (i) => targets[i] - there[i]));
}

function costed(task: RepairTask, there: Float64Array, solution: DualSolution): CostedPalette {
  const { samples, palette } = task;
  const moved = targetsInUnits(samples, there);
  return {
    targets: moved,
    change: moved.map((to, i) => (to === null ? null : to - (palette.targets[i] ?? to))),
    status: solution.status,
    kl: solution.kl,
    ess: solution.moments.ess,
    distance: distanceOf(task, there),
  };
}
