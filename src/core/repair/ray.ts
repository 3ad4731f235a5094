import type { TiltOracle } from "../rows/oracle.ts";
import type { SolveCache } from "../solve/solve-cache.ts";
import { alongRay, edgeShare } from "./scale-back.ts";

/** A stop on the way from the baseline through a palette to the edge. */
export interface RayStop {
  /** Share of the way to the palette; 1 is the palette itself. */
  readonly rho: number;
  readonly kl: number;
  readonly ess: number;
}

/** The overall strength of a palette: how far its own ray goes, and what each stop on it costs. */
export interface StrengthScale {
  /** ρ* at which the ray leaves the reachable set; null where no target is above its baseline. */
  readonly edge: number | null;
  readonly stops: readonly RayStop[];
}

const STOPS = 12;
/** The last stop short of the edge, where numbers are still of a mix and not of a limit. */
const LAST = 0.99;

/** Marks a palette's ray in nats and effective answers, from the baseline (ρ = 0) almost to the edge. */
export async function strengthScale(
  oracle: TiltOracle,
  targets: Float64Array,
  solveCache: SolveCache,
): Promise<StrengthScale> {
  const edge = await edgeShare(oracle, targets, solveCache);
  if (!Number.isFinite(edge)) return { edge: null, stops: [] };
  const stops: RayStop[] = [];
  for (let k = 0; k <= STOPS; k++) {
    const rho = (LAST * edge * k) / STOPS;
    const { kl, moments } = await solveCache.solve(alongRay(targets, rho), {}, "strength");
    stops.push({ rho, kl, ess: moments.ess });
  }
  return { edge, stops };
}
