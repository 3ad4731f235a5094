import { norm } from "../numerics/linear-algebra.ts";
import type { TiltOracle } from "../rows/oracle.ts";
import { solveDual } from "../solve/dual.ts";
import type { DualSolution } from "../solve/dual-solution.ts";
import {
  HARDER_STEP,
  HARDEST_LOG,
  LIMIT_TOLERANCE,
  LOG_WIDTH,
  SECANT_MARGIN,
  SOFTER_STEP,
  SOFTEST,
} from "../solve/tolerances.ts";
import type { NearestOptions } from "./nearest-palette.ts";
import { excessOf, type RayLimit } from "./ray-limit.ts";

/** The nearest palette that keeps to a limit, and its solution. */
export interface LimitedPalette {
  readonly targets: Float64Array;
  readonly distance: number;
  readonly solution: DualSolution;
}

/** The solution at one softness η, and how far it is over the limit (≤ 0 inside). */
interface Softened {
  readonly logEta: number;
  readonly solution: DualSolution;
  readonly excess: number;
}

/** Two softnesses about the limit: `soft` keeps to it, `hard` does not (or is as hard as can be). */
interface Bracket {
  readonly soft: Softened;
  readonly hard: Softened;
}

const MOST_SOFTER = 12;
const MOST_ROUNDS = 90;

/**
 * The nearest palette in sd units with KL ≤ B (or ESS at least as asked): the dual with the loss (η/2)‖λ‖² gives way by ηλ, and
 * η is the root of the limit (method §5). Null where even the baseline's own slack is over it.
 */
export async function nearestWithin(
  oracle: TiltOracle,
  targets: Float64Array,
  limit: RayLimit,
  options: NearestOptions = {},
): Promise<LimitedPalette | null> {
  let start: Float64Array | undefined;
  const solveAt = async (logEta: number): Promise<Softened> => {
    const softness = targets.map((_, i) => (options.held?.[i] ? 0 : Math.exp(logEta)));
    const solution = await solveDual(oracle, targets, { softness, start, view: options.view });
    start = solution.lambda;
    return { logEta, solution, excess: excessOf(solution, limit) };
  };
  const bracket = await aboutLimit(solveAt);
  if (!bracket) return null;
  const { solution, logEta } = await narrowed(bracket, solveAt);
  const eta = Math.exp(logEta);
  const given = solution.lambda.map((l, i) => (options.held?.[i] ? 0 : eta * l));
  return { targets: targets.map((c, i) => c - given[i]), distance: norm(given), solution };
}

/** Softer until the limit is kept, then harder until it is not; null where no softness keeps it. */
async function aboutLimit(solveAt: (logEta: number) => Promise<Softened>): Promise<Bracket | null> {
  let soft = await solveAt(Math.log(SOFTEST));
  for (let k = 0; soft.excess > 0 && k < MOST_SOFTER; k++)
    soft = await solveAt(soft.logEta + SOFTER_STEP);
  if (soft.excess > 0) return null;
  let hard = soft;
  while (hard.excess <= 0 && hard.logEta > HARDEST_LOG) {
    soft = hard;
    hard = await solveAt(hard.logEta - HARDER_STEP);
  }
  return { soft, hard };
}

/** The hardest that keeps to the limit: by the secant, every third time by halving. */
async function narrowed(
  { soft, hard }: Bracket,
  solveAt: (logEta: number) => Promise<Softened>,
): Promise<Softened> {
  let [inside, outside] = [soft, hard];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const width = inside.logEta - outside.logEta;
    const isMet = outside.excess <= 0 || inside.excess >= -LIMIT_TOLERANCE;
    if (isMet || width < LOG_WIDTH) break;
    const share = round % 3 === 2 ? 0.5 : outside.excess / (outside.excess - inside.excess);
    const next = await solveAt(
      outside.logEta + width * Math.min(1 - SECANT_MARGIN, Math.max(SECANT_MARGIN, share)),
    );
    if (next.excess > 0) outside = next;
    else inside = next;
  }
  return inside;
}
