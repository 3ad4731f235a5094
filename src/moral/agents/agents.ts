import { profileUnit } from "../../core/profile/profile.ts";
import { frontAlong } from "../../core/region/front.ts";
import type { TiltOracle } from "../../core/rows/oracle.ts";
import { fromSd, type Samples, toSd } from "../../core/rows/samples.ts";
import { quantileTarget } from "../../core/rows/units.ts";
import { klOf } from "../../core/solve/dual.ts";
import type { DualSolution } from "../../core/solve/dual-solution.ts";
import { isReached } from "../../core/solve/report.ts";
import type { SolveCache } from "../../core/solve/solve-cache.ts";
import { type Interval, intervalsOf } from "../../core/trust/intervals.ts";

/** How far each agent goes for its own value: as much drift in nats, or a baseline quantile in per cent as its level. */
export type AgentGoal =
  | { readonly kind: "drift"; readonly kl: number }
  | { readonly kind: "quantile"; readonly percent: number };

/** A level with its 90 % interval; on the edge there is none. */
export interface AgentLevel {
  readonly level: number;
  readonly interval: Pick<Interval, "low" | "high"> | null;
}

/** One agent: the policy that is optimised for one value alone (method §10). User's units. */
interface ValueAgent {
  /** Index of its value. */
  readonly value: number;
  /** λ of its own value, in nats per unit of improvement. */
  readonly strength: number;
  /** What it reaches on every value. */
  readonly levels: readonly AgentLevel[];
  readonly kl: number;
  readonly ess: number;
  /** True where the value has no more to give: its best answers, tied, are all that is left. */
  readonly isEdge: boolean;
}

/** The original and an agent for each value that varies, as in Table 1 of the paper. */
export interface AgentTable {
  /** "probability" of conforming where all rewards lie in [0, 1], else the "mean" reward. */
  readonly measure: "probability" | "mean";
  readonly original: readonly AgentLevel[];
  readonly agents: readonly ValueAgent[];
}

/** Nats per sd at which rows below a tied best weigh nothing. */
const EDGE_TILT = 100;

/** Tilts each value alone as far as `goal` says and tells what every value comes to; in the view of `solveCache`. */
export async function agentTable(
  oracle: TiltOracle,
  samples: Samples,
  goal: AgentGoal,
  solveCache: SolveCache,
): Promise<AgentTable> {
  const { values } = samples;
  const today = await solutionAt(new Float64Array(values.length));
  const agents: ValueAgent[] = [];
  for (const [i, { sd }] of values.entries()) {
    if (!(sd > 0)) continue;
    const { solution, isEdge } =
      goal.kind === "drift" ? await byDrift(i, goal.kl) : await byLevel(i);
    agents.push({
      value: i,
      strength: solution.lambda[i] / sd,
      levels: levelsOf(solution, isEdge),
      kl: solution.kl,
      ess: solution.moments.ess,
      isEdge,
    });
  }
  return {
    measure: profileUnit(values) === "raw" ? "probability" : "mean",
    original: levelsOf(today, false),
    agents,
  };

  async function byDrift(i: number, kl: number) {
    const direction = new Float64Array(values.length);
    direction[i] = 1;
    const [point] = await frontAlong(oracle, direction, [kl], { view: solveCache.view });
    const isEdge = !point?.lambda;
    const lambda = point?.lambda ?? direction.map((u) => u * EDGE_TILT);
    return { solution: await solutionAt(lambda), isEdge };
  }

  async function byLevel(i: number) {
    const targets = new Float64Array(values.length).fill(Number.NEGATIVE_INFINITY);
    const percent = goal.kind === "quantile" ? goal.percent : 0;
    targets[i] = Math.max(0, toSd(values[i], quantileTarget(values[i], percent)));
    const solution = await solveCache.solve(targets, {}, `agent ${i}`);
    return { solution, isEdge: !isReached(solution.status) };
  }

  async function solutionAt(lambda: Float64Array): Promise<DualSolution> {
    const moments = await oracle.tilt(lambda, solveCache.view);
    const kl = klOf(lambda, moments);
    return { status: "aligned", lambda, moments, kl, kkt: 0, passes: 1, certificate: null };
  }

  function levelsOf(solution: DualSolution, isEdge: boolean): AgentLevel[] {
    const intervals = isEdge ? null : intervalsOf(samples, solution, solveCache.view).levels;
    return values.map((value, i) => ({
      level: fromSd(value, solution.moments.mean[i]),
      interval: intervals && { low: intervals[i].low, high: intervals[i].high },
    }));
  }
}
