type Columns = readonly (Float64Array | Float32Array)[];

/** What a gradient method needs of a pass: log Z and E_λ[r]. */
export interface Slope {
  readonly logZ: number;
  readonly mean: Float64Array;
}

/** Where a rival method ended. */
export interface RivalEnd {
  readonly lambda: Float64Array;
  /** KKT residual in sd units. */
  readonly kkt: number;
  readonly passes: number;
}

/** A pass written the plain way: row by row, no tiles, log Z, E_λ[r] and, where asked, Cov_λ[r]. */
export function plainPass(columns: Columns, lambda: Float64Array, withCov: boolean): Slope {
  const rows = columns[0].length;
  const m = columns.length;
  const scores = new Float64Array(rows);
  let max = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < rows; j++) {
    let s = 0;
    for (let i = 0; i < m; i++) s += lambda[i] * columns[i][j];
    scores[j] = s;
    if (s > max) max = s;
  }
  const mean = new Float64Array(m);
  const second = new Float64Array(m * m);
  let total = 0;
  for (let j = 0; j < rows; j++) {
    const w = Math.exp(scores[j] - max);
    total += w;
    for (let i = 0; i < m; i++) {
      const wr = w * columns[i][j];
      mean[i] += wr;
      if (withCov) for (let k = 0; k <= i; k++) second[i * m + k] += wr * columns[k][j];
    }
  }
  for (let i = 0; i < m; i++) mean[i] /= total;
  return { logZ: max + Math.log(total / rows), mean };
}

/** One read of all numbers: what the memory alone costs. */
export function streamingRead(columns: Columns): number {
  let total = 0;
  for (const c of columns) {
    let [a, b, d, e] = [0, 0, 0, 0];
    for (let j = 0; j + 3 < c.length; j += 4) {
      a += c[j];
      b += c[j + 1];
      d += c[j + 2];
      e += c[j + 3];
    }
    total += a + b + d + e;
  }
  return total;
}

type Pass = (lambda: Float64Array) => Promise<Slope> | Slope;

/** The authors' recipe: 150 Adam steps of rate 0.1 on log λ from λ = 1. */
export async function adamOnLogLambda(pass: Pass, targets: Float64Array): Promise<RivalEnd> {
  const m = targets.length;
  const theta = new Float64Array(m);
  const [first, second] = [new Float64Array(m), new Float64Array(m)];
  let gradient = new Float64Array(m);
  for (let t = 1; t <= 150; t++) {
    const lambda = theta.map(Math.exp);
    const { mean } = await pass(lambda);
    gradient = targets.map((c, i) => c - mean[i]);
    for (let i = 0; i < m; i++) {
      const g = -gradient[i] * lambda[i];
      first[i] = 0.9 * first[i] + 0.1 * g;
      second[i] = 0.999 * second[i] + 0.001 * g * g;
      const step = first[i] / (1 - 0.9 ** t) / (Math.sqrt(second[i] / (1 - 0.999 ** t)) + 1e-8);
      theta[i] -= 0.1 * step;
    }
  }
  const lambda = theta.map(Math.exp);
  return { lambda, kkt: Math.max(...gradient.map(Math.abs)), passes: 150 };
}

/** Projected L-BFGS (ten pairs, Armijo backtracking) on the dual until the KKT residual is at most 1e-9. */
export async function lbfgs(pass: Pass, targets: Float64Array, most = 300): Promise<RivalEnd> {
  let lambda = new Float64Array(targets.length);
  let passes = 0;
  const at = async (l: Float64Array) => {
    passes++;
    const { logZ, mean } = await pass(l);
    return { loss: logZ - dot(l, targets), slope: mean.map((x, i) => x - targets[i]) };
  };
  let here = await at(lambda);
  const pairs: { s: Float64Array; y: Float64Array }[] = [];
  const residual = (l: Float64Array, slope: Float64Array) =>
    Math.max(...slope.map((g, i) => (l[i] > 0 ? Math.abs(g) : Math.max(0, -g))));
  while (residual(lambda, here.slope) > 1e-9 && passes < most) {
    const free = here.slope.map((g, i) => (lambda[i] > 0 || g < 0 ? g : 0));
    const direction = twoLoops(free, pairs).map((d, i) => (free[i] === 0 ? 0 : -d));
    const descent = dot(direction, here.slope);
    let moved = false;
    for (let share = 1; share > 1e-10 && passes < most; share /= 2) {
      const trial = lambda.map((l, i) => Math.max(0, l + share * direction[i]));
      const there = await at(trial);
      if (there.loss > here.loss + 1e-4 * share * descent + 1e-14) continue;
      const s = trial.map((l, i) => l - lambda[i]);
      const y = there.slope.map((g, i) => g - here.slope[i]);
      if (dot(s, y) > 0) pairs.push({ s, y });
      if (pairs.length > 10) pairs.shift();
      lambda = trial;
      here = there;
      moved = true;
      break;
    }
    if (!moved) break;
  }
  return { lambda, kkt: residual(lambda, here.slope), passes };
}

function twoLoops(
  gradient: Float64Array,
  pairs: readonly { s: Float64Array; y: Float64Array }[],
): Float64Array {
  const q = gradient.slice();
  const alpha: number[] = [];
  for (let k = pairs.length - 1; k >= 0; k--) {
    const { s, y } = pairs[k];
    alpha[k] = dot(s, q) / dot(s, y);
    for (let i = 0; i < q.length; i++) q[i] -= alpha[k] * y[i];
  }
  const last = pairs[pairs.length - 1];
  const scale = last ? dot(last.s, last.y) / dot(last.y, last.y) : 1;
  const r = q.map((x) => x * scale);
  pairs.forEach(({ s, y }, k) => {
    const beta = dot(y, r) / dot(s, y);
    for (let i = 0; i < r.length; i++) r[i] += s[i] * (alpha[k] - beta);
  });
  return r;
}

function dot(a: Float64Array, b: Float64Array): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}
