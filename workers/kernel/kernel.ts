import { expAny, expNormal, expOne, LEAST, LEAST_NORMAL } from "./exp";
import { addProducts, centreTile, joinMeans, sumTile } from "./moments";
import { greater, greatest, least, listColumns, maskTile, scoreTile } from "./scores";

/** Most values m. */
const MOST: usize = 32;
/** Longest tile in rows. */
const LONGEST: usize = 256;

/** Rows of a tile for m values, a multiple of four: columns, centred columns and weights fit the first-level cache. */
function tileOf(size: i32): usize {
  if (size <= 6) return LONGEST;
  return size <= 12 ? 128 : 64;
}

// Work arrays, in bytes from the start of the scratch area.
const LIST: usize = 0;
const MEANS: usize = LIST + MOST * 16;
const TILE_SUMS: usize = MEANS + MOST * 8;
const SHIFTS: usize = TILE_SUMS + MOST * 8;
const SCORES: usize = SHIFTS + MOST * 8;
const CENTRED: usize = SCORES + LONGEST * 8;
const PRODUCTS: usize = CENTRED + 36 * 64 * 8;
const END: usize = PRODUCTS + 36 * 36 * 8;

// What a sweep leaves at `out`, in bytes: max, Σw, Σw², the greatest w, then Σ w·r of each column and the centred products.
const TOTAL: usize = 8;
const SQUARES: usize = 16;
const GREATEST: usize = 24;
const SUMS: usize = 32;

/** Bytes of the scratch area that every function here needs. */
export function scratchBytes(): usize {
  return END;
}

@inline
/** e^x of both lanes times their base weights. */
function weight(x: v128, q: usize, row: usize, isNormal: bool): v128 {
  const w = isNormal ? expNormal(x) : expAny(x);
  return q != 0 ? f64x2.mul(w, v128.load(q + (row << 3))) : w;
}

@inline
/** Turns the scores of a tile into weights q·exp(s − top), in place; Σw, Σw² and the greatest w are added at `out`. */
function weighLoop(
  scores: usize,
  q: usize,
  from: usize,
  n: usize,
  top: f64,
  out: usize,
  isNormal: bool,
): f64 {
  const shift = f64x2.splat(top);
  let sum = f64x2.splat(0);
  let squares = sum;
  let most = sum;
  for (let t: usize = 0; t < n; t += 4) {
    const s = scores + (t << 3);
    const v = weight(f64x2.sub(v128.load(s), shift), q, from + t, isNormal);
    const w = weight(f64x2.sub(v128.load(s, 16), shift), q, from + t + 2, isNormal);
    v128.store(s, v);
    v128.store(s, w, 16);
    sum = f64x2.add(sum, f64x2.add(v, w));
    squares = f64x2.add(squares, f64x2.add(f64x2.mul(v, v), f64x2.mul(w, w)));
    most = greater(most, greater(v, w));
  }
  const total = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
  add(out + TOTAL, total);
  add(out + SQUARES, f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1));
  const here = max<f64>(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
  if (here > load<f64>(out, GREATEST)) store<f64>(out, here, GREATEST);
  return total;
}

function weighTile(scores: usize, q: usize, from: usize, n: usize, top: f64, out: usize): f64 {
  if (!(least(scores, n) - top >= LEAST_NORMAL))
    return weighLoop(scores, q, from, n, top, out, false);
  return q != 0
    ? weighLoop(scores, q, from, n, top, out, true)
    : weighLoop(scores, 0, from, n, top, out, true);
}

function add(at: usize, x: f64): void {
  store<f64>(at, load<f64>(at) + x);
}

function scale(from: usize, count: i32, factor: f64): void {
  for (let i = 0; i < count; i++) {
    const at = from + (<usize>i << 3);
    store<f64>(at, load<f64>(at) * factor);
  }
}

function sweep<T>(
  columns: usize,
  stride: usize,
  rows: usize,
  size: i32,
  q: usize,
  lambda: usize,
  scratch: usize,
  out: usize,
): void {
  const means = scratch + MEANS;
  const scores = scratch + SCORES;
  const centred = scratch + CENTRED;
  const products = scratch + PRODUCTS;
  const padded = ((size + 2) / 3) * 3;
  const tile = tileOf(size);
  const width = tile << 3;
  memory.fill(centred, 0, <usize>padded * width);
  memory.fill(products, 0, <usize>(padded * padded) << 3);
  memory.fill(out, 0, SUMS + (<usize>size << 3));
  const count = listColumns(scratch + LIST, columns, stride, size, lambda);
  let top: f64 = -Infinity;
  for (let from: usize = 0; from < rows; from += tile) {
    const n = min<usize>(tile, (rows - from + 3) & ~3);
    scoreTile<T>(scores, scratch + LIST, count, from, n);
    maskTile(scores, q, from, n, rows);
    const here = greatest(scores, n);
    if (here == -Infinity || here - top < LEAST) continue;
    if (here > top) {
      const factor = expOne(top - here);
      scale(out + TOTAL, 3, factor);
      scale(out + SQUARES, 1, factor);
      scale(out + SUMS, size, factor);
      scale(products, padded * padded, factor);
      top = here;
    }
    const before = load<f64>(out, TOTAL);
    const total = weighTile(scores, q, from, n, top, out);
    if (!(total > 0)) continue;
    const tileSums = scratch + TILE_SUMS;
    sumTile<T>(columns, stride, size, scores, from, n, total, tileSums, means);
    joinMeans(products, padded, size, means, scratch + SHIFTS, out + SUMS, before, total);
    for (let i: usize = 0; i < <usize>size << 3; i += 8)
      add(out + SUMS + i, load<f64>(tileSums + i));
    centreTile<T>(columns, stride, size, scores, from, n, means, centred, width);
    addProducts(products, padded, centred, width, n);
  }
  store<f64>(out, top);
  let target = out + SUMS + (<usize>size << 3);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < size; k++) {
      const at = i < k ? k * padded + i : i * padded + k;
      store<f64>(target, load<f64>(products + (<usize>at << 3)));
      target += 8;
    }
}

function search<T>(
  columns: usize,
  stride: usize,
  rows: usize,
  size: i32,
  q: usize,
  direction: usize,
  scratch: usize,
  out: usize,
): i32 {
  const scores = scratch + SCORES;
  const count = listColumns(scratch + LIST, columns, stride, size, direction);
  let best: f64 = -Infinity;
  let row: i32 = -1;
  for (let from: usize = 0; from < rows; from += LONGEST) {
    const n = min<usize>(LONGEST, (rows - from + 3) & ~3);
    scoreTile<T>(scores, scratch + LIST, count, from, n);
    maskTile(scores, q, from, n, rows);
    const here = greatest(scores, n);
    if (!(here > best)) continue;
    best = here;
    let t: usize = 0;
    while (load<f64>(scores + (t << 3)) != here) t++;
    row = <i32>(from + t);
  }
  store<f64>(out, best);
  return row;
}

/** Adds each row's weight to its bin; odd rows have bins of their own, so that one addition need not wait for the last. */
function binTile(ids: usize, weights: usize, n: usize, even: usize, odd: usize): void {
  for (let t: usize = 0; t < n; t += 2) {
    const w = weights + (t << 3);
    const a = even + (<usize>load<u8>(ids + t) << 3);
    store<f64>(a, load<f64>(a) + load<f64>(w));
    const b = odd + (<usize>load<u8>(ids + t, 1) << 3);
    store<f64>(b, load<f64>(b) + load<f64>(w, 8));
  }
}

function binAll<T>(
  columns: usize,
  stride: usize,
  rows: usize,
  size: i32,
  q: usize,
  lambda: usize,
  scratch: usize,
  out: usize,
  top: f64,
  ids: usize,
  idStride: usize,
  bins: i32,
  masses: usize,
): void {
  const scores = scratch + SCORES;
  const width = <usize>bins << 3;
  const odd = masses + <usize>size * width;
  memory.fill(out, 0, SUMS);
  memory.fill(masses, 0, 2 * <usize>size * width);
  const count = listColumns(scratch + LIST, columns, stride, size, lambda);
  for (let from: usize = 0; from < rows; from += LONGEST) {
    const n = min<usize>(LONGEST, (rows - from + 3) & ~3);
    scoreTile<T>(scores, scratch + LIST, count, from, n);
    maskTile(scores, q, from, n, rows);
    weighTile(scores, q, from, n, top, out);
    for (let i = 0; i < size; i++) {
      const at = <usize>i * width;
      binTile(ids + <usize>i * idStride + from, scores, n, masses + at, odd + at);
    }
  }
  for (let k: usize = 0; k < <usize>size * width; k += 8) add(masses + k, load<f64>(odd + k));
}

/**
 * One pass at λ. Columns of float64, or float32 where `narrow`, `stride` bytes apart, padded to a multiple of four rows;
 * `q` the address of base weights, padded alike, or 0. Leaves at `out`: max, Σw, Σw², the greatest w (w = q·exp(λ·r − max)),
 * Σ w·r (m) and Σ w (r − r̄)(r − r̄)ᵀ (m × m).
 */
export function tilt(
  narrow: bool,
  columns: usize,
  stride: usize,
  rows: usize,
  size: i32,
  q: usize,
  lambda: usize,
  scratch: usize,
  out: usize,
): void {
  if (narrow) sweep<f32>(columns, stride, rows, size, q, lambda, scratch, out);
  else sweep<f64>(columns, stride, rows, size, q, lambda, scratch, out);
}

/** The first row furthest along a direction, −1 where no row has weight; its value is left at `out`. */
export function support(
  narrow: bool,
  columns: usize,
  stride: usize,
  rows: usize,
  size: i32,
  q: usize,
  direction: usize,
  scratch: usize,
  out: usize,
): i32 {
  return narrow
    ? search<f32>(columns, stride, rows, size, q, direction, scratch, out)
    : search<f64>(columns, stride, rows, size, q, direction, scratch, out);
}

/**
 * Σ w of every bin, size × bins, into `masses` (twice that many float64), for weights w = q·exp(λ·r − top). `ids`: the bin of
 * every row, one byte each, columns `idStride` bytes apart, padded to a multiple of four rows.
 */
export function histogram(
  narrow: bool,
  columns: usize,
  stride: usize,
  rows: usize,
  size: i32,
  q: usize,
  lambda: usize,
  scratch: usize,
  out: usize,
  top: f64,
  ids: usize,
  idStride: usize,
  bins: i32,
  masses: usize,
): void {
  if (narrow)
    binAll<f32>(columns, stride, rows, size, q, lambda, scratch, out, top, ids, idStride, bins, masses);
  else
    binAll<f64>(columns, stride, rows, size, q, lambda, scratch, out, top, ids, idStride, bins, masses);
}

/** e^x of n numbers, n even, from `x` to `y`, as the passes compute it; `careful` where a result may be subnormal. */
export function exponentials(x: usize, y: usize, n: usize, careful: bool): void {
  for (let t: usize = 0; t < n << 3; t += 16) {
    const v = v128.load(x + t);
    v128.store(y + t, careful ? expAny(v) : expNormal(v));
  }
}
