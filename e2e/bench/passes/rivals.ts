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
  const m = columns.length;
  const { scores, max } = scoresOf(columns, lambda);
  const mean = new Float64Array(m);
  const second = new Float64Array(m * m);
  let total = 0;
  for (let j = 0; j < scores.length; j++) {
    const w = Math.exp(scores[j] - max);
    total += w;
    for (let i = 0; i < m; i++) {
      const wr = w * columns[i][j];
      mean[i] += wr;
      if (withCov) for (let k = 0; k <= i; k++) second[i * m + k] += wr * columns[k][j];
    }
  }
  for (let i = 0; i < m; i++) mean[i] /= total;
  return { logZ: max + Math.log(total / scores.length), mean };
}

/** λ·r of every row, and the largest. */
function scoresOf(columns: Columns, lambda: Float64Array) {
  const scores = new Float64Array(columns[0].length);
  let max = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < scores.length; j++) {
    let s = 0;
    for (let i = 0; i < columns.length; i++) s += lambda[i] * columns[i][j];
    scores[j] = s;
    if (s > max) max = s;
  }
  return { scores, max };
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

/** A point of the dual: its loss and slope. */
interface DualPoint {
  readonly lambda: Float64Array;
  readonly loss: number;
  readonly slope: Float64Array;
}

/** Projected L-BFGS (ten pairs, Armijo backtracking) on the dual until the KKT residual is at most 1e-9. */
export async function lbfgs(pass: Pass, targets: Float64Array, most = 300): Promise<RivalEnd> {
  let passes = 0;
  const at = async (lambda: Float64Array): Promise<DualPoint> => {
    passes++;
    const { logZ, mean } = await pass(lambda);
    return { lambda, loss: logZ - dot(lambda, targets), slope: mean.map((x, i) => x - targets[i]) };
  };
  let here = await at(new Float64Array(targets.length));
  const pairs: { s: Float64Array; y: Float64Array }[] = [];
  while (residual(here) > 1e-9 && passes < most) {
    const { lambda, slope } = here;
    const free = slope.map((g, i) => (lambda[i] > 0 || g < 0 ? g : 0));
    const direction = twoLoops(free, pairs).map((d, i) => (free[i] === 0 ? 0 : -d));
    const there = await backtracked(here, direction, at, () => passes < most);
    if (!there) break;
    const s = there.lambda.map((l, i) => l - lambda[i]);
    const y = there.slope.map((g, i) => g - slope[i]);
    if (dot(s, y) > 0) pairs.push({ s, y });
    if (pairs.length > 10) pairs.shift();
    here = there;
  }
  return { lambda: here.lambda, kkt: residual(here), passes };
}

function residual({ lambda, slope }: DualPoint): number {
  return Math.max(...slope.map((g, i) => (lambda[i] > 0 ? Math.abs(g) : Math.max(0, -g))));
}

/** The first point along a direction, its length halved again and again, that lowers the loss enough; null where none does. */
async function backtracked(
  { lambda, loss, slope }: DualPoint,
  direction: Float64Array,
  at: (lambda: Float64Array) => Promise<DualPoint>,
  mayGoOn: () => boolean,
): Promise<DualPoint | null> {
  const descent = dot(direction, slope);
  for (let share = 1; share > 1e-10 && mayGoOn(); share /= 2) {
    const there = await at(lambda.map((l, i) => Math.max(0, l + share * direction[i])));
    if (there.loss <= loss + 1e-4 * share * descent + 1e-14) return there;
  }
  return null;
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
