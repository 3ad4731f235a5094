import { dot, invert } from "../numerics/linear-algebra.ts";
import type { TiltOracle, View } from "../rows/oracle.ts";
import { LEAST_CARRIED, LEAST_PIVOT, REDUCED_COST, TIED_RATIO } from "../solve/tolerances.ts";

/**
 * A linear program over all mixes of rows, with one constraint per listed value and at most one scalar x ≥ 0:
 * maximise  f·E_p[r] + scalar.price · x   subject to   E_p[r_i] ≥ bound_i + scalar.slope_i · x,  p a mix of rows.
 * All in sd units.
 */
export interface ColumnProgram {
  /** The constrained values. */
  readonly index: readonly number[];
  /** bound_i, in the order of `index`. */
  readonly bound: Float64Array;
  /** f, length m. */
  readonly objective: Float64Array;
  readonly scalar: { readonly price: number; readonly slope: Float64Array } | null;
}

/** A vertex of a column program, its dual prices and what it cost. */
export interface ProgramSolution {
  readonly value: number;
  /** Value of the scalar x, 0 where there is none. */
  readonly scalar: number;
  /** E_p[r] of the optimal mix, length m. */
  readonly point: Float64Array;
  /** Price of each constraint, ≥ 0, in the order of `index`: how much the optimum falls per unit of bound. */
  readonly prices: Float64Array;
  /** How many of the rows (or mixes) carry it. */
  readonly support: number;
  readonly passes: number;
  /** Basis to start a later program on the same values from. */
  readonly basis: ProgramBasis;
}

type BasicColumn =
  | { readonly kind: "point"; readonly point: Float64Array }
  | { readonly kind: "slack"; readonly at: number }
  | { readonly kind: "scalar" };

/** An opaque feasible basis. */
export type ProgramBasis = readonly BasicColumn[];

/** Points of the reachable set found so far, kept from one program to the next. */
export class PointCache {
  readonly points: Float64Array[] = [];
  private next = 0;
  constructor(private readonly capacity = 128) {}
  add(point: Float64Array): void {
    this.points[this.next] = point;
    this.next = (this.next + 1) % this.capacity;
  }
}

const MAX_ITERATIONS = 400;
/** The inverse of the basis is updated so many times before it is computed anew. */
const UPDATES = 16;

/** A program in progress. */
interface Simplex {
  readonly oracle: TiltOracle;
  readonly program: ColumnProgram;
  readonly basis: readonly BasicColumn[];
  readonly cache: PointCache;
  readonly view?: View;
}

/** A column that improves the objective, null where none does, and whether a pass over the rows was needed. */
interface Entering {
  readonly column: BasicColumn | null;
  readonly passes: number;
}

/**
 * Primal simplex over generated columns (method §5): the rows that improve a basis are found by one `support` pass at its
 * dual prices, which also proves that none does. Lexicographic ratio test, so it ends. `start` must be a feasible basis.
 * Errors: throws `invalid basis: …` when it is singular.
 */
export async function solveColumnProgram(
  oracle: TiltOracle,
  program: ColumnProgram,
  start: ProgramBasis,
  cache: PointCache,
  view?: View,
): Promise<ProgramSolution> {
  const n = program.index.length + 1;
  const basis = [...start];
  const simplex: Simplex = { oracle, program, basis, cache, view };
  const rhs = Float64Array.from({ length: n }, (_, i) => (i < n - 1 ? program.bound[i] : 1));
  let inverse = factor(program, basis);
  let passes = 0;
  for (let iteration = 0; ; iteration++) {
    const duals = multiplyLeft(
      basis.map((b) => priceOf(program, b)),
      inverse,
      n,
    );
    const entering = iteration < MAX_ITERATIONS ? await improvingColumn(simplex, duals) : null;
    passes += entering?.passes ?? 0;
    if (!entering?.column) {
      const x = multiplyRight(inverse, rhs, n);
      return finish(program, basis, x, duals, oracle.size, passes);
    }
    const d = multiplyRight(inverse, columnOf(program, entering.column), n);
    const leaving = leavingRow(inverse, rhs, d, n);
    // Mixes are bounded, so what nothing limits is an improvement by rounding.
    if (leaving < 0) {
      const x = multiplyRight(inverse, rhs, n);
      return finish(program, basis, x, duals, oracle.size, passes);
    }
    basis[leaving] = entering.column;
    inverse =
      iteration % UPDATES === UPDATES - 1 ? factor(program, basis) : pivot(inverse, d, leaving, n);
  }
}

/** The best column that is at hand, or the row that one pass finds at the dual prices. */
async function improvingColumn(simplex: Simplex, duals: Float64Array): Promise<Entering> {
  const { oracle, program, cache, view } = simplex;
  const constraints = duals.length - 1;
  const price = duals[constraints];
  const direction = program.objective.slice();
  for (let i = 0; i < constraints; i++) direction[program.index[i]] -= duals[i];
  const threshold = REDUCED_COST * (1 + Math.abs(price));
  const column = columnAtHand(simplex, duals, direction, threshold);
  if (column) return { column, passes: 0 };
  const furthest = await oracle.support(direction, view);
  if (!(furthest.value - price > threshold)) return { column: null, passes: 1 };
  cache.add(furthest.point);
  return { column: pointColumn(furthest.point), passes: 1 };
}

/** The column that improves most among slacks, the scalar and the points found before; null where none does. */
function columnAtHand(
  { program, basis, cache }: Simplex,
  duals: Float64Array,
  direction: Float64Array,
  threshold: number,
): BasicColumn | null {
  const constraints = duals.length - 1;
  let most = REDUCED_COST;
  let best: BasicColumn | null = null;
  for (let i = 0; i < constraints; i++)
    if (duals[i] > most) {
      most = duals[i];
      best = slackColumn(i);
    }
  const { scalar } = program;
  if (scalar && !basis.some((b) => b.kind === "scalar")) {
    const gain = scalar.price + dot(scalar.slope, duals.subarray(0, constraints));
    if (gain > most) {
      most = gain;
      best = scalarColumn();
    }
  }
  for (const point of cache.points) {
    const gain = dot(direction, point) - duals[constraints];
    if (gain > Math.max(most, threshold)) {
      most = gain;
      best = pointColumn(point);
    }
  }
  return best;
}

/** A point of the reachable set (such as the baseline, the origin in sd units) as a basic column. */
export function pointColumn(point: Float64Array): BasicColumn {
  return { kind: "point", point };
}

/** The surplus of constraint number `at` as a basic column. */
export function slackColumn(at: number): BasicColumn {
  return { kind: "slack", at };
}

/** The scalar x as a basic column. */
export function scalarColumn(): BasicColumn {
  return { kind: "scalar" };
}

/** Exchanges a scalar that stands in the basis at 0 for the slack that keeps the basis most regular; a basis without it stays. */
export function withoutScalar(program: ColumnProgram, basis: ProgramBasis): ProgramBasis {
  const at = basis.findIndex((b) => b.kind === "scalar");
  if (at < 0) return basis;
  const n = basis.length;
  const row = factor(program, basis).subarray(at * n, (at + 1) * n);
  let best = 0;
  for (let i = 1; i < n - 1; i++) if (Math.abs(row[i]) > Math.abs(row[best])) best = i;
  return basis.map((b, k) => (k === at ? slackColumn(best) : b));
}

function columnOf(program: ColumnProgram, column: BasicColumn): Float64Array {
  const n = program.index.length + 1;
  const out = new Float64Array(n);
  if (column.kind === "slack") out[column.at] = -1;
  else if (column.kind === "scalar")
    for (let i = 0; i < n - 1; i++) out[i] = -(program.scalar?.slope[i] ?? 0);
  else {
    for (let i = 0; i < n - 1; i++) out[i] = column.point[program.index[i]];
    out[n - 1] = 1;
  }
  return out;
}

function priceOf(program: ColumnProgram, column: BasicColumn): number {
  if (column.kind === "slack") return 0;
  if (column.kind === "scalar") return program.scalar?.price ?? 0;
  return dot(program.objective, column.point);
}

function factor(program: ColumnProgram, basis: ProgramBasis): Float64Array {
  const n = basis.length;
  const matrix = new Float64Array(n * n);
  basis.forEach((b, c) => {
    const column = columnOf(program, b);
    for (let r = 0; r < n; r++) matrix[r * n + c] = column[r];
  });
  const inverse = invert(matrix, n);
  if (!inverse) throw new Error("invalid basis: singular");
  return inverse;
}

function pivot(inverse: Float64Array, d: Float64Array, row: number, n: number): Float64Array {
  for (let k = 0; k < n; k++) inverse[row * n + k] /= d[row];
  for (let r = 0; r < n; r++) {
    if (r === row || d[r] === 0) continue;
    for (let k = 0; k < n; k++) inverse[r * n + k] -= d[r] * inverse[row * n + k];
  }
  return inverse;
}

/**
 * Lexicographically least ratio of the rows of [B⁻¹b, B⁻¹] to the entering column. Where every entry is small, as with a target
 * a hair above a value that never varies, the greatest of them limits it; −1 when nothing does.
 */
function leavingRow(inverse: Float64Array, rhs: Float64Array, d: Float64Array, n: number): number {
  const x = multiplyRight(inverse, rhs, n);
  let best = -1;
  for (let r = 0; r < n; r++) {
    if (!(d[r] > LEAST_PIVOT)) continue;
    if (best < 0 || lexicallyLess(inverse, x, d, n, r, best)) best = r;
  }
  return best < 0 ? greatestPositive(d) : best;
}

/** The place of the greatest number above 0; −1 where there is none. */
function greatestPositive(d: Float64Array): number {
  let best = -1;
  for (let r = 0; r < d.length; r++) if (d[r] > 0 && (best < 0 || d[r] > d[best])) best = r;
  return best;
}

function lexicallyLess(
  inverse: Float64Array,
  x: Float64Array,
  d: Float64Array,
  n: number,
  a: number,
  b: number,
): boolean {
  const first = Math.max(0, x[a]) / d[a] - Math.max(0, x[b]) / d[b];
  if (Math.abs(first) > TIED_RATIO) return first < 0;
  for (let k = 0; k < n; k++) {
    const gap = inverse[a * n + k] / d[a] - inverse[b * n + k] / d[b];
    if (Math.abs(gap) > TIED_RATIO) return gap < 0;
  }
  return d[a] > d[b];
}

function multiplyRight(a: Float64Array, v: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n);
  for (let r = 0; r < n; r++) for (let k = 0; k < n; k++) out[r] += a[r * n + k] * v[k];
  return out;
}

function multiplyLeft(v: readonly number[], a: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n);
  for (let r = 0; r < n; r++) for (let k = 0; k < n; k++) out[k] += v[r] * a[r * n + k];
  return out;
}

function finish(
  program: ColumnProgram,
  basis: ProgramBasis,
  x: Float64Array,
  duals: Float64Array,
  size: number,
  passes: number,
): ProgramSolution {
  const point = new Float64Array(size);
  let scalar = 0;
  let support = 0;
  basis.forEach((b, r) => {
    if (b.kind === "scalar") scalar = x[r];
    if (b.kind !== "point" || !(x[r] > LEAST_CARRIED)) return;
    support++;
    for (let i = 0; i < size; i++) point[i] += x[r] * b.point[i];
  });
  const value = dot(program.objective, point) + (program.scalar?.price ?? 0) * scalar;
  const prices = duals.subarray(0, duals.length - 1).map((y) => Math.max(0, -y));
  return { value, scalar, point, prices, support, passes, basis };
}
