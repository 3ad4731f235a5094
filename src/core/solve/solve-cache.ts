import { PointCache } from "../program/column-program.ts";
import type { TiltMoments, TiltOracle, View } from "../rows/oracle.ts";
import { solveDual } from "./dual.ts";
import type { DualOptions, DualSolution } from "./dual-solution.ts";
import { solveSettled } from "./settle.ts";
import { COARSE_TOLERANCE } from "./tolerances.ts";
import { type PastSolution, predict, warmStart } from "./warm-start.ts";

/** Sets of constrained values, and roles, that are remembered. */
const MOST_SETS = 64;
/** Solutions of one set of constrained values that a start is interpolated from. */
const MOST_ON_A_LINE = 48;
/**
 * What one palette leaves for the next on the same rows: columns found by linear programs, and the last solution of each
 * set of constrained values. Nothing in it changes an answer, only how soon it comes.
 */
export class SolveCache {
  /** Points of the reachable set that linear programs have found. */
  readonly pointCache = new PointCache();
  /** Share of the way at which the last palette out of reach was still safe. */
  safeShare: number | undefined;
  /** λ of the last coarse solve on the edge; only ever the start of the next one there. */
  edgeLambda: Float64Array | undefined;
  private original: TiltMoments | undefined;
  private readonly solutions = new Map<string, readonly PastSolution[]>();

  constructor(
    private readonly oracle: TiltOracle,
    readonly view?: View,
    /** A part of the rows, solved first: its λ is a first start, and how it bends from one palette to the next a better one. */
    private readonly coarse?: TiltOracle,
  ) {}

  /** The moments of the original mix, λ = 0; one pass, the first time. */
  async baseline(): Promise<TiltMoments> {
    this.original ??= await this.oracle.tilt(new Float64Array(this.oracle.size), this.view);
    return this.original;
  }

  /**
   * `solveSettled` from where earlier solutions, and a solve over the part of the rows, put the new optimum (`warmStart`).
   * `role` keeps apart the palettes that are asked in turn, such as the one on the screen and its repair. Default "".
   */
  async solve(targets: Float64Array, options: DualOptions = {}, role = ""): Promise<DualSolution> {
    const key = role + constrainedKey(targets);
    const past = this.solutions.get(key) ?? [];
    const rough = await this.solveRough(targets, past[0]?.rough, options);
    const start = warmStart(past, rough, targets);
    const solution = await solveSettled(this.oracle, targets, {
      view: this.view,
      start,
      ...options,
    });
    if (solution.status === "aligned") {
      this.solutions.delete(key);
      const newest = { targets: targets.slice(), solution, rough };
      this.solutions.set(key, [newest, ...past].slice(0, this.coarse ? MOST_ON_A_LINE : 1));
      if (this.solutions.size > MOST_SETS) {
        const [oldest] = this.solutions.keys();
        this.solutions.delete(oldest);
      }
    }
    return solution;
  }

  private async solveRough(
    targets: Float64Array,
    previous: DualSolution | null | undefined,
    options: DualOptions,
  ): Promise<DualSolution | null> {
    if (!this.coarse || options.start || options.base || options.softness) return null;
    const rough = await solveDual(this.coarse, targets, {
      ...options,
      view: this.view,
      tolerance: COARSE_TOLERANCE,
      start: previous ? predict(previous, targets) : undefined,
    });
    return rough.status === "aligned" ? rough : null;
  }
}

/** One sign for each value: whether the palette constrains it. */
function constrainedKey(targets: Float64Array): string {
  let key = "";
  for (const c of targets) key += c > Number.NEGATIVE_INFINITY ? "1" : "0";
  return key;
}
