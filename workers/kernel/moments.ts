import { addBlock, addTriangle } from "./products";
import { pair } from "./scores";

/** Σ w·r of each column over a tile of n rows into `tileSums`, and the means under w into `means`. */
export function sumTile<T>(
  columns: usize,
  stride: usize,
  size: i32,
  weights: usize,
  from: usize,
  n: usize,
  total: f64,
  tileSums: usize,
  means: usize,
): void {
  for (let i = 0; i < size; i++) {
    const column = columns + <usize>i * stride;
    let a = f64x2.splat(0);
    let b = a;
    for (let t: usize = 0; t < n; t += 4) {
      const w = weights + (t << 3);
      a = f64x2.add(a, f64x2.mul(v128.load(w), pair<T>(column, from + t)));
      b = f64x2.add(b, f64x2.mul(v128.load(w, 16), pair<T>(column, from + t + 2)));
    }
    a = f64x2.add(a, b);
    const sum = f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
    const at = <usize>i << 3;
    store<f64>(tileSums + at, sum);
    store<f64>(means + at, sum / total);
  }
}

/** √w (r − mean) of the tile, one run of `width` bytes per column; the weights become their roots. */
export function centreTile<T>(
  columns: usize,
  stride: usize,
  size: i32,
  weights: usize,
  from: usize,
  n: usize,
  means: usize,
  centred: usize,
  width: usize,
): void {
  for (let t: usize = 0; t < n; t += 2) {
    const w = weights + (t << 3);
    v128.store(w, f64x2.sqrt(v128.load(w)));
  }
  for (let i = 0; i < size; i++) {
    const column = columns + <usize>i * stride;
    const target = centred + <usize>i * width;
    const mean = f64x2.splat(load<f64>(means + (<usize>i << 3)));
    for (let t: usize = 0; t < n; t += 4) {
      const at = t << 3;
      const x = f64x2.sub(pair<T>(column, from + t), mean);
      const y = f64x2.sub(pair<T>(column, from + t + 2), mean);
      v128.store(target + at, f64x2.mul(v128.load(weights + at), x));
      v128.store(target + at, f64x2.mul(v128.load(weights + at, 16), y), 16);
    }
  }
}

/** Adds the products of all centred columns of a tile to the lower triangle at `products`; `padded` is a multiple of three. */
export function addProducts(
  products: usize,
  padded: i32,
  centred: usize,
  width: usize,
  n: usize,
): void {
  const pitch = <usize>padded << 3;
  for (let i = 0; i < padded; i += 3) {
    const row = products + <usize>i * pitch;
    const a = centred + <usize>i * width;
    for (let k = 0; k < i; k += 3)
      addBlock(row + (<usize>k << 3), pitch, a, centred + <usize>k * width, width, n);
    addTriangle(row + (<usize>i << 3), pitch, a, width, n);
  }
}

/**
 * Joins a part of weight `total` to one of weight `before`: Σ w (r − r̄)(r − r̄)ᵀ grows by the distance of their means
 * (Chan, Golub and LeVeque). Nothing is subtracted, so that a nearly degenerate tilt keeps its digits.
 */
export function joinMeans(
  products: usize,
  padded: i32,
  size: i32,
  means: usize,
  shifts: usize,
  sums: usize,
  before: f64,
  total: f64,
): void {
  if (!(before > 0)) return;
  for (let i = 0; i < size; i++) {
    const at = <usize>i << 3;
    store<f64>(shifts + at, load<f64>(means + at) - load<f64>(sums + at) / before);
  }
  const share = before * (total / (before + total));
  for (let i = 0; i < size; i++) {
    const d = share * load<f64>(shifts + (<usize>i << 3));
    const row = products + (<usize>(i * padded) << 3);
    for (let k = 0; k <= i; k++) {
      const at = <usize>k << 3;
      store<f64>(row + at, load<f64>(row + at) + d * load<f64>(shifts + at));
    }
  }
}
