import { solveSymmetric, submatrix } from "../numerics/linear-algebra.ts";
import { ENTERING_SLOPE, NEWTON_FLOOR, NEWTON_RIDGE } from "./tolerances.ts";

/** The quadratic program ½ xᵀ(V + ridge·I)x − bᵀx over x ≥ 0, n values. */
interface Quadratic {
  readonly v: Float64Array;
  readonly b: Float64Array;
  readonly ridge: number;
}

/**
 * The Newton point of the dual under λ ≥ 0: minimises ½ xᵀVx − (∇g + Vλ)ᵀx over x ≥ 0 by an active set (Lawson–Hanson,
 * started from λ). `index` lists the constrained values; all other components stay 0.
 * The Newton system carries a ridge of 1e-15·tr V (method §3). Returns x of length m, with exact zeros.
 */
export function newtonPoint(
  cov: Float64Array,
  gradient: Float64Array,
  lambda: Float64Array,
  index: readonly number[],
): Float64Array {
  const n = index.length;
  const x = Float64Array.from(index, (i) => lambda[i]);
  const quadratic = quadraticAt(submatrix(cov, lambda.length, index), gradient, x, index);
  const free = index.map((i) => lambda[i] > 0 || gradient[i] > 0);
  let steepest = 0;
  for (const i of index) steepest = Math.max(steepest, Math.abs(gradient[i]));
  for (let round = 0; round < 4 * n + 10; round++) {
    descend(quadratic, free, x);
    const entering = mostImproving(quadratic, free, x, ENTERING_SLOPE * steepest);
    if (entering < 0) break;
    free[entering] = true;
  }
  const out = new Float64Array(lambda.length);
  for (let i = 0; i < n; i++) out[index[i]] = x[i];
  return out;
}

/** The quadratic model of the dual about x = λ, with b = ∇g + (V + ridge·I)λ. */
function quadraticAt(
  v: Float64Array,
  gradient: Float64Array,
  x: Float64Array,
  index: readonly number[],
): Quadratic {
  const n = x.length;
  let trace = 0;
  for (let i = 0; i < n; i++) trace += v[i * n + i];
  const ridge = NEWTON_RIDGE * trace + NEWTON_FLOOR;
  const b = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    b[i] = gradient[index[i]] + ridge * x[i];
    for (let k = 0; k < n; k++) b[i] += v[i * n + k] * x[k];
  }
  return { v, b, ridge };
}

/** Moves x to the minimiser over the free components, dropping those that reach 0 on the way. */
function descend(quadratic: Quadratic, free: boolean[], x: Float64Array): void {
  for (;;) {
    const set = freeComponents(free);
    if (set.length === 0) return;
    const aim = minimiserOver(quadratic, set);
    const { share, blocking } = longestShare(set, aim, x);
    for (let t = 0; t < set.length; t++) x[set[t]] += share * (aim[t] - x[set[t]]);
    if (blocking < 0) return;
    set.forEach((i, t) => {
      if (t !== blocking && (aim[t] > 0 || x[i] > 0)) return;
      x[i] = 0;
      free[i] = false;
    });
  }
}

function freeComponents(free: readonly boolean[]): number[] {
  const set: number[] = [];
  for (let i = 0; i < free.length; i++) if (free[i]) set.push(i);
  return set;
}

/** The minimiser over some components, the others at 0. */
function minimiserOver({ v, b, ridge }: Quadratic, set: readonly number[]): Float64Array {
  const aim = new Float64Array(set.length);
  const rhs = Float64Array.from(set, (i) => b[i]);
  const system = submatrix(v, b.length, set);
  let extra = ridge;
  while (!solveSymmetric(system, rhs, set.length, extra, aim)) extra *= 10;
  return aim;
}

/** How far towards the aim no component falls below 0, and the component that stops it; −1 where none does. */
function longestShare(
  set: readonly number[],
  aim: Float64Array,
  x: Float64Array,
): { share: number; blocking: number } {
  let longest = 1;
  let blocking = -1;
  for (let t = 0; t < set.length; t++) {
    if (aim[t] > 0) continue;
    const here = x[set[t]];
    const share = here > 0 ? here / (here - aim[t]) : 0;
    if (share <= longest) {
      longest = share;
      blocking = t;
    }
  }
  return { share: longest, blocking };
}

/** The component at 0 along which the model rises most, by more than `threshold`; −1 where none does. */
function mostImproving(
  { v, b, ridge }: Quadratic,
  free: readonly boolean[],
  x: Float64Array,
  threshold: number,
): number {
  const n = x.length;
  let best = -1;
  let most = threshold;
  for (let i = 0; i < n; i++) {
    if (free[i]) continue;
    let slope = b[i] - ridge * x[i];
    for (let k = 0; k < n; k++) slope -= v[i * n + k] * x[k];
    if (slope > most) {
      most = slope;
      best = i;
    }
  }
  return best;
}
