import type { Palette } from "./answer.ts";
import { solveDual } from "./dual.ts";
import type { DualSolution } from "./dual-solution.ts";
import { greedyPalette, relaxedPalette } from "./greedy.ts";
import { safeEss } from "./live-answer.ts";
import { nearestPalette, nearestWithin } from "./nearest-palette.ts";
import type { TiltOracle } from "./oracle.ts";
import { fromSd, type Samples } from "./samples.ts";
import { alongRay, edgeShare, type RayLimit, shareWithin } from "./scale-back.ts";
import type { SolveMemory } from "./solve-memory.ts";
import { targetsInSd } from "./solve-palette.ts";

/** The ways of making a palette reachable (method §5). */
export type RepairKind = "scale-back" | "relax" | "greedy" | "nearest";

/** A palette and what it costs. */
export interface CostedPalette {
  /** Targets in the user's units, null where left out. */
  readonly targets: readonly (number | null)[];
  /** Drift in nats and effective answers there; on the edge both are limits. */
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
  /** Null where the limit cannot be kept this way. */
  readonly safe: CostedPalette | null;
}

/** Settings of `repairPalette`. */
export interface RepairOptions {
  /** The user's order of priority, dearest first. Default the values' own order. */
  readonly order?: readonly number[];
  /** What a safe version keeps to. Default at least 200 effective answers, or half of a smaller sample. */
  readonly limit?: RayLimit;
}

/** Costs on the edge are a limit, so a coarse solve there is as good as a fine one. */
const EDGE_TOLERANCE = 1e-4;

/** All repairs of a palette out of reach, each with its cost and its safe version; none ever raises a target. */
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
  const repairs: Repair[] = [];

  const rho = await edgeShare(oracle, targets, memory);
  if (Number.isFinite(rho)) {
    const safe = await shareWithin(targets, limit, rho, memory);
    const edge = alongRay(targets, rho);
    repairs.push(
      await described("scale-back", edge, {
        rho,
        safe: safe && costed(alongRay(targets, safe.rho), safe.solution),
      }),
    );
  }
  const firm = { ...reach, held: palette.held };
  const near = await nearestPalette(oracle, targets, firm);
  const nearSafe = await nearestWithin(oracle, targets, limit, firm);
  repairs.push(
    await described("nearest", near.targets, {
      safe: nearSafe && costed(nearSafe.targets, nearSafe.solution),
    }),
  );
  const relaxed = await leastDear();
  if (relaxed)
    repairs.push(
      await described("relax", relaxed.targets, {
        relaxed: relaxed.k,
        safe: await lowered(relaxed.targets, relaxed.k),
      }),
    );
  const greedy = await greedyPalette(oracle, targets, order, reach);
  const greedySafe = await shareWithin(greedy, limit, 1, memory);
  repairs.push(
    await described("greedy", greedy, {
      safe: greedySafe && costed(alongRay(greedy, greedySafe.rho), greedySafe.solution),
    }),
  );
  return repairs;

  /** The value latest in the order of priority that can be relaxed alone. */
  async function leastDear(): Promise<{ k: number; targets: Float64Array } | null> {
    for (const k of [...order].reverse()) {
      if (!(targets[k] > 0) || palette.held[k]) continue;
      const found = await relaxedPalette(oracle, targets, k, reach);
      if (found && found[k] < targets[k]) return { k, targets: found };
    }
    return null;
  }

  /** Lowers one target further until the limit is kept; null where even its baseline does not do. */
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
  ): Promise<Repair> {
    const solution = await solveDual(oracle, edge, {
      tolerance: EDGE_TOLERANCE,
      view: memory.view,
    });
    let square = 0;
    edge.forEach((z, i) => {
      if (z > Number.NEGATIVE_INFINITY) square += (targets[i] - z) ** 2;
    });
    return {
      kind,
      rho: null,
      relaxed: null,
      ...rest,
      ...costed(edge, solution),
      distance: Math.sqrt(square),
    };
  }

  function costed(there: Float64Array, solution: DualSolution): CostedPalette {
    return {
      targets: samples.values.map((v, i) =>
        there[i] === Number.NEGATIVE_INFINITY ? null : fromSd(v, there[i]),
      ),
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
