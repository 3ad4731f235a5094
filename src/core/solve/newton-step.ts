import { solveSymmetric, submatrix } from "../numerics/linear-algebra.ts";

const RIDGE = 1e-15;
const FLOOR = 1e-150;

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
  const m = lambda.length;
  const v = submatrix(cov, m, index);
  let trace = 0;
  for (let i = 0; i < n; i++) trace += v[i * n + i];
  const ridge = RIDGE * trace + FLOOR;
  const x = Float64Array.from(index, (i) => lambda[i]);
  const b = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    b[i] = gradient[index[i]] + ridge * x[i];
    for (let k = 0; k < n; k++) b[i] += v[i * n + k] * x[k];
  }
  const free = index.map((i) => lambda[i] > 0 || gradient[i] > 0);
  let floor = 0;
  for (const i of index) floor = Math.max(floor, Math.abs(gradient[i]));
  for (let round = 0; round < 4 * n + 10; round++) {
    descend(v, b, ridge, free, x);
    const entering = mostImproving(v, b, ridge, free, x, 1e-12 * floor);
    if (entering < 0) break;
    free[entering] = true;
  }
  const out = new Float64Array(m);
  for (let i = 0; i < n; i++) out[index[i]] = x[i];
  return out;
}

/** Moves x to the minimiser over the free components, dropping those that reach 0 on the way. */
function descend(
  v: Float64Array,
  b: Float64Array,
  ridge: number,
  free: boolean[],
  x: Float64Array,
): void {
  const n = x.length;
  for (;;) {
    const set: number[] = [];
    for (let i = 0; i < n; i++) if (free[i]) set.push(i);
    if (set.length === 0) return;
    const k = set.length;
    const rhs = Float64Array.from(set, (i) => b[i]);
    const s = new Float64Array(k);
    const system = submatrix(v, n, set);
    let extra = ridge;
    while (!solveSymmetric(system, rhs, k, extra, s)) extra *= 10;
    let alpha = 1;
    let blocking = -1;
    for (let t = 0; t < k; t++) {
      if (s[t] > 0) continue;
      const here = x[set[t]];
      const share = here > 0 ? here / (here - s[t]) : 0;
      if (share <= alpha) {
        alpha = share;
        blocking = t;
      }
    }
    for (let t = 0; t < k; t++) x[set[t]] += alpha * (s[t] - x[set[t]]);
    if (blocking < 0) return;
    for (let t = 0; t < k; t++)
      if (t === blocking || (s[t] <= 0 && !(x[set[t]] > 0))) {
        x[set[t]] = 0;
        free[set[t]] = false;
      }
  }
}

function mostImproving(
  v: Float64Array,
  b: Float64Array,
  ridge: number,
  free: readonly boolean[],
  x: Float64Array,
  tolerance: number,
): number {
  const n = x.length;
  let best = -1;
  let most = tolerance;
  for (let i = 0; i < n; i++) {
    if (free[i]) continue;
    let w = b[i] - ridge * x[i];
    for (let k = 0; k < n; k++) w -= v[i * n + k] * x[k];
    if (w > most) {
      most = w;
      best = i;
    }
  }
  return best;
}
