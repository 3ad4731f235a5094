import { PointCache } from "./column-program.ts";
import { solveDual } from "./dual.ts";
import type { DualOptions, DualSolution } from "./dual-solution.ts";
import { dot, norm } from "./linear-algebra.ts";
import { newtonPoint } from "./newton-step.ts";
import type { TiltOracle, View } from "./oracle.ts";
import { solveSettled } from "./settle.ts";

const MOST_KEPT = 64;
/** Far below what a part of the rows differs from all of them, in sd units. */
const COARSE_TOLERANCE = 1e-4;

/**
 * What one palette leaves for the next on the same rows: columns found by linear programs, and the last solution of each
 * set of constrained values. Nothing in it changes an answer, only how soon it comes.
 */
export class SolveMemory {
  readonly cache = new PointCache();
  /** Share of the way at which the last palette out of reach was still safe. */
  safeShare: number | undefined;
  /** λ of the last coarse solve on the edge; only ever the start of the next one there. */
  edgeLambda: Float64Array | undefined;
  private readonly solutions = new Map<string, DualSolution>();

  constructor(
    private readonly oracle: TiltOracle,
    readonly view?: View,
    /** A part of the rows: its λ starts a solve that has no other start. */
    private readonly coarse?: TiltOracle,
  ) {}

  /**
   * `solveSettled` from where sensitivity puts the new optimum: λ + V⁻¹Δc on the active set (method §3, warm start).
   * `role` keeps apart the palettes that are asked in turn, such as the one on the screen and its repair. Default "".
   */
  async solve(targets: Float64Array, options: DualOptions = {}, role = ""): Promise<DualSolution> {
    const key = role + keyOf(targets);
    const previous = this.solutions.get(key);
    const start =
      (previous && predict(previous, targets)) ?? (await this.coarseStart(targets, options));
    const found = await solveSettled(this.oracle, targets, { view: this.view, start, ...options });
    if (found.status === "aligned") {
      this.solutions.delete(key);
      this.solutions.set(key, found);
      if (this.solutions.size > MOST_KEPT) {
        const [oldest] = this.solutions.keys();
        this.solutions.delete(oldest);
      }
    }
    return found;
  }

  private async coarseStart(
    targets: Float64Array,
    options: DualOptions,
  ): Promise<Float64Array | undefined> {
    if (!this.coarse || options.start || options.base) return undefined;
    const rough = await solveDual(this.coarse, targets, {
      ...options,
      view: this.view,
      tolerance: COARSE_TOLERANCE,
    });
    return rough.status === "aligned" ? rough.lambda : undefined;
  }
}

function keyOf(targets: Float64Array): string {
  let key = "";
  for (const c of targets) key += c > Number.NEGATIVE_INFINITY ? "1" : "0";
  return key;
}

function predict(previous: DualSolution, targets: Float64Array): Float64Array | undefined {
  const { lambda, moments } = previous;
  const index = [...targets.keys()].filter((i) => targets[i] > Number.NEGATIVE_INFINITY);
  const gradient = targets.map((c, i) => c - moments.mean[i]);
  const next = newtonPoint(moments.cov, gradient, lambda, index);
  const step = next.map((x, i) => x - lambda[i]);
  const length = norm(step);
  const reach = 1 + norm(lambda);
  if (!(length < 1e6 * reach) || !Number.isFinite(dot(next, next))) return undefined;
  if (length <= reach) return next;
  return lambda.map((l, i) => Math.max(0, l + (step[i] * reach) / length));
}
