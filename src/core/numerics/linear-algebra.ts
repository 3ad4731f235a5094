/** Pivot at or below which a matrix is singular: hardly more than the least number there is. */
const LEAST_PIVOT = 1e-300;
/** Sum of squares off the diagonal, relative to that on it, at which a matrix counts as diagonal. */
const DIAGONAL = 1e-36;
/** Jacobi's method converges quadratically: a handful of sweeps do, and these always. */
const MOST_SWEEPS = 60;

/**
 * Solves (A + ridge·I) x = b for a symmetric positive semi-definite n × n matrix by Cholesky, in place of copies.
 * Returns false where a pivot is not positive, x then holds nothing of use.
 */
export function solveSymmetric(
  a: Float64Array,
  b: Float64Array,
  n: number,
  ridge: number,
  x: Float64Array,
): boolean {
  const l = new Float64Array(n * n);
  if (!choleskyInto(a, n, ridge, l)) return false;
  for (let i = 0; i < n; i++) {
    let s = b[i];
    for (let k = 0; k < i; k++) s -= l[i * n + k] * x[k];
    x[i] = s / l[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    let s = x[i];
    for (let k = i + 1; k < n; k++) s -= l[k * n + i] * x[k];
    x[i] = s / l[i * n + i];
  }
  return true;
}

/** Lower Cholesky factor of A + ridge·I into `l` (n × n, row-major); false where a pivot is not positive. */
export function choleskyInto(a: Float64Array, n: number, ridge: number, l: Float64Array): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) l[i * n + j] = without(a[i * n + j], l, i, j, n) / l[j * n + j];
    const pivot = without(a[i * n + i] + ridge, l, i, i, n);
    if (!(pivot > 0)) return false;
    l[i * n + i] = Math.sqrt(pivot);
  }
  return true;
}

/** An entry less the inner product of rows i and j of the factor so far. */
function without(entry: number, l: Float64Array, i: number, j: number, n: number): number {
  let rest = entry;
  for (let k = 0; k < j; k++) rest -= l[i * n + k] * l[j * n + k];
  return rest;
}

/** The rows and columns `index` of an m × m matrix, as a k × k matrix. */
export function submatrix(a: Float64Array, m: number, index: readonly number[]): Float64Array {
  const k = index.length;
  const out = new Float64Array(k * k);
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++) out[i * k + j] = a[index[i] * m + index[j]];
  return out;
}

/** Inverse of an n × n matrix by Gauss–Jordan with partial pivoting, or null where it is singular. */
export function invert(a: Float64Array, n: number): Float64Array | null {
  const work = a.slice();
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) inverse[i * n + i] = 1;
  for (let c = 0; c < n; c++) {
    const p = pivotRow(work, n, c);
    const pivot = work[p * n + c];
    if (!(Math.abs(pivot) > LEAST_PIVOT)) return null;
    if (p !== c) {
      swapRows(work, n, p, c);
      swapRows(inverse, n, p, c);
    }
    for (let k = 0; k < n; k++) {
      work[c * n + k] /= pivot;
      inverse[c * n + k] /= pivot;
    }
    clearColumn(work, inverse, n, c);
  }
  return inverse;
}

/** The row from c on with the greatest entry in column c. */
function pivotRow(a: Float64Array, n: number, c: number): number {
  let p = c;
  for (let r = c + 1; r < n; r++) if (Math.abs(a[r * n + c]) > Math.abs(a[p * n + c])) p = r;
  return p;
}

function swapRows(a: Float64Array, n: number, p: number, c: number): void {
  for (let k = 0; k < n; k++) [a[p * n + k], a[c * n + k]] = [a[c * n + k], a[p * n + k]];
}

/** Takes multiples of row c from all other rows until their entries in column c are 0. */
function clearColumn(work: Float64Array, inverse: Float64Array, n: number, c: number): void {
  for (let r = 0; r < n; r++) {
    const factor = work[r * n + c];
    if (r === c || factor === 0) continue;
    for (let k = 0; k < n; k++) {
      work[r * n + k] -= factor * work[c * n + k];
      inverse[r * n + k] -= factor * inverse[c * n + k];
    }
  }
}

/** Eigenvalues of a symmetric n × n matrix, ascending, by cyclic Jacobi rotations. */
export function symmetricEigenvalues(a: Float64Array, n: number): Float64Array {
  const s = a.slice();
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(s, n); sweep++)
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(s, n, p, q);
  return Float64Array.from({ length: n }, (_, i) => s[i * n + i]).sort();
}

function isDiagonal(s: Float64Array, n: number): boolean {
  let off = 0;
  let diagonal = 0;
  for (let i = 0; i < n; i++) {
    diagonal += s[i * n + i] ** 2;
    for (let j = 0; j < i; j++) off += s[i * n + j] ** 2;
  }
  return off <= DIAGONAL * diagonal;
}

/** Turns columns and rows p and q until their common entry is 0. */
function rotate(s: Float64Array, n: number, p: number, q: number): void {
  const apq = s[p * n + q];
  if (apq === 0) return;
  const theta = (s[q * n + q] - s[p * n + p]) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const d = t * c;
  for (let k = 0; k < n; k++) {
    const kp = s[k * n + p];
    const kq = s[k * n + q];
    s[k * n + p] = c * kp - d * kq;
    s[k * n + q] = d * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const pk = s[p * n + k];
    const qk = s[q * n + k];
    s[p * n + k] = c * pk - d * qk;
    s[q * n + k] = d * pk + c * qk;
  }
}

/** Inner product of two vectors of equal length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}

/** Euclidean length of a vector. */
export function norm(a: ArrayLike<number>): number {
  return Math.sqrt(dot(a, a));
}
