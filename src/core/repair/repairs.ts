import { type Checkpoint, noCheckpoint } from "../rows/checkpoint.ts";
import type { TiltOracle } from "../rows/oracle.ts";
import type { Palette } from "../rows/palette.ts";
import { fromSd, type Samples } from "../rows/samples.ts";
import { solveDual } from "../solve/dual.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import type { Status } from "../solve/report.ts";
import type { SolveMemory } from "../solve/solve-memory.ts";
import { targetsInSd } from "../solve/solve-palette.ts";
import { greedyPalette, relaxedPalette } from "./greedy.ts";
import { nearestPalette, nearestWithin } from "./nearest-palette.ts";
import { safeEss } from "./safe-mix.ts";
import { alongRay, edgeShare, type RayLimit, shareWithin } from "./scale-back.ts";

/** The ways of making a palette reachable (method §5). */
export type RepairKind = "scale-back" | "relax" | "greedy" | "nearest";

/** A palette and what it costs. */
export interface CostedPalette {
  /** Targets in the user's units, null where left out. */
  readonly targets: readonly (number | null)[];
  /** How much each target moves from what was asked, user's units, null where left out. */
  readonly change: readonly (number | null)[];
  readonly status: Status;
  /** Drift in nats and effective answers there; on the edge (status `boundary`) both are limits. */
  readonly kl: number;
  readonly ess: number;
}

/** One repair: on the edge of what is reachable, and the same pulled in until it keeps to the limit. */
export interface Repair extends CostedPalette {
  readonly kind: RepairKind;
  /** Share of the way from the baseline, for scaling back. */
  readonly rho: number | null;
  /** The value relaxed, or null. */
  readonly relaxed: number | null;
  /** ‖change‖ of the targets in sd units. */
  readonly distance: number;
  /** Null where even the baseline's own slack breaks the limit. */
  readonly safe: CostedPalette | null;
  /** True for one repair at most: the first with a safe version, which is then the one to adopt. */
  readonly recommended: boolean;
}

/** Settings of `repairPalette`. */
export interface RepairOptions {
  /** The user's order of priority, dearest first. Default the values' own order. */
  readonly order?: readonly number[];
  /** What a safe version keeps to. Default at least 200 effective answers, or half of a smaller sample. */
  readonly limit?: RayLimit;
  /** The value to relax. Default the latest in the order of priority that can be relaxed alone. */
  readonly relax?: number;
  readonly checkpoint?: Checkpoint;
}

/** Costs on the edge are a limit, so a coarse solve there is as good as a fine one. */
const EDGE_TOLERANCE = 1e-4;
/** Square of a change in sd units that is rounding only. */
const UNMOVED = 1e-18;

/**
 * All repairs of a palette out of reach (method §5), each with its cost and its safe version; none ever raises a target, and
 * values that are held stay. A repair is left out where it cannot be had: no single value may be enough to relax.
 */
export async function repairPalette(
  oracle: TiltOracle,
  samples: Samples,
  palette: Palette,
  memory: SolveMemory,
  options: RepairOptions = {},
): Promise<Repair[]> {
  const targets = targetsInSd(samples, palette.targets);
  const limit = options.limit ?? { essAtLeast: safeEss(oracle.rows) };
  const order = options.order ?? [...targets.keys()];
  const reach = { cache: memory.cache, view: memory.view };
  const checkpoint = options.checkpoint ?? noCheckpoint;
  const repairs: Omit<Repair, "recommended">[] = [];

  await checkpoint(0);
  const rho = Math.min(1, await edgeShare(oracle, targets, memory));
  if (targets.some((c) => c > 0)) {
    const safe = await shareWithin(targets, limit, rho, memory);
    const edge = alongRay(targets, rho);
    repairs.push(
      await described("scale-back", edge, {
        rho,
        safe: safe && costed(alongRay(targets, safe.rho), safe.solution),
      }),
    );
  }
  await checkpoint(0.25);
  const firm = { ...reach, held: palette.held };
  const near = await nearestPalette(oracle, targets, firm);
  const nearSafe = await nearestWithin(oracle, targets, limit, firm);
  repairs.push(
    await described("nearest", near.targets, {
      safe: nearSafe && costed(nearSafe.targets, nearSafe.solution),
    }),
  );
  await checkpoint(0.5);
  const relaxed = await leastDear();
  if (relaxed)
    repairs.push(
      await described("relax", relaxed.targets, {
        relaxed: relaxed.k,
        safe: (await lowered(relaxed.targets, relaxed.k)) ?? (await pulledIn(relaxed.targets)),
      }),
    );
  await checkpoint(0.75);
  const greedy = await greedyPalette(oracle, targets, order, reach);
  repairs.push(await described("greedy", greedy, { safe: await pulledIn(greedy) }));
  const best = Math.max(
    0,
    repairs.findIndex((r) => r.safe),
  );
  return repairs.map((repair, k) => ({ ...repair, recommended: k === best }));

  async function pulledIn(from: Float64Array): Promise<CostedPalette | null> {
    const safe = await shareWithin(from, limit, 1, memory);
    return safe && costed(alongRay(from, safe.rho), safe.solution);
  }

  /** The value latest in the order of priority that can be relaxed alone. */
  async function leastDear(): Promise<{ k: number; targets: Float64Array } | null> {
    const tried = options.relax === undefined ? [...order].reverse() : [options.relax];
    for (const k of tried) {
      if (!(targets[k] > 0) || palette.held[k]) continue;
      const found = await relaxedPalette(oracle, targets, k, reach);
      if (found && found[k] < targets[k]) return { k, targets: found };
    }
    return null;
  }

  /** Lowers one target further until the limit is kept; null where no level of it does. */
  async function lowered(from: Float64Array, k: number): Promise<CostedPalette | null> {
    const at = async (level: number) => {
      const moved = from.map((c, i) => (i === k ? level : c));
      const solution = await memory.solve(moved, {}, "lowered");
      return { moved, solution, isWithin: keeps(solution, limit) };
    };
    const floor = Math.min(0, from[k], oracle.min[k]);
    let low = await at(floor);
    if (!low.isWithin) return null;
    let [below, above] = [floor, from[k]];
    for (let round = 0; round < 40 && above - below > 1e-7; round++) {
      const middle = await at((below + above) / 2);
      if (middle.isWithin) {
        below = (below + above) / 2;
        low = middle;
      } else above = (below + above) / 2;
    }
    return costed(low.moved, low.solution);
  }

  async function described(
    kind: RepairKind,
    edge: Float64Array,
    rest: Partial<Pick<Repair, "rho" | "relaxed">> & Pick<Repair, "safe">,
  ): Promise<Omit<Repair, "recommended">> {
    let square = 0;
    edge.forEach((z, i) => {
      if (z > Number.NEGATIVE_INFINITY) square += (targets[i] - z) ** 2;
    });
    const isMoved = square > UNMOVED;
    const solution = isMoved
      ? await solveDual(oracle, edge, { tolerance: EDGE_TOLERANCE, view: memory.view })
      : await memory.solve(targets, {}, "asked");
    return {
      kind,
      rho: null,
      relaxed: null,
      ...rest,
      ...costed(edge, solution),
      status: isMoved ? "boundary" : solution.status,
      distance: Math.sqrt(square),
    };
  }

  function costed(there: Float64Array, solution: DualSolution): CostedPalette {
    const moved = samples.values.map((v, i) =>
      there[i] === Number.NEGATIVE_INFINITY ? null : fromSd(v, there[i]),
    );
    return {
      targets: moved,
      change: moved.map((to, i) => (to === null ? null : to - (palette.targets[i] ?? to))),
      status: solution.status,
      kl: solution.kl,
      ess: solution.moments.ess,
    };
  }
}

function keeps(solution: DualSolution, limit: RayLimit): boolean {
  if (solution.status !== "aligned" && solution.status !== "already-met") return false;
  return "klBudget" in limit
    ? solution.kl <= limit.klBudget
    : solution.moments.ess >= limit.essAtLeast;
}
