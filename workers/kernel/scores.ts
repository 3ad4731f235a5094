@inline
/** Where rows lie: `size` columns of float64 or float32, `stride` bytes apart, each padded with zeros to a multiple of four rows. */
export function pair<T>(column: usize, row: usize): v128 {
  return sizeof<T>() == 8
    ? v128.load(column + (row << 3))
    : f64x2.promote_low_f32x4(v128.load64_zero(column + (row << 2)));
}

@inline
/** The greater and the lesser of two numbers per lane, none of them NaN. */
export function greater(a: v128, b: v128): v128 {
  return f64x2.pmax(a, b);
}

/** Lists the columns whose coefficient is not 0 as (address, coefficient) pairs of 16 bytes; returns how many. */
export function listColumns(
  list: usize,
  columns: usize,
  stride: usize,
  size: i32,
  coefficients: usize,
): i32 {
  let count = 0;
  for (let i = 0; i < size; i++) {
    const c = load<f64>(coefficients + (<usize>i << 3));
    if (c == 0) continue;
    const entry = list + (<usize>count << 4);
    store<usize>(entry, columns + <usize>i * stride);
    store<f64>(entry, c, 8);
    count++;
  }
  return count;
}

/** Σ_i λ_i r_i of rows `from` … `from + n` (n a multiple of four) into `scores`, added in the order of the columns. */
export function scoreTile<T>(scores: usize, list: usize, count: i32, from: usize, n: usize): void {
  if (count == 0) {
    memory.fill(scores, 0, n << 3);
    return;
  }
  let i = 0;
  if (count % 2 == 1) {
    const a = load<usize>(list);
    const la = f64x2.splat(load<f64>(list, 8));
    for (let t: usize = 0; t < n; t += 4) {
      const s = scores + (t << 3);
      v128.store(s, f64x2.mul(la, pair<T>(a, from + t)));
      v128.store(s, f64x2.mul(la, pair<T>(a, from + t + 2)), 16);
    }
    i = 1;
  } else {
    const a = load<usize>(list);
    const la = f64x2.splat(load<f64>(list, 8));
    const b = load<usize>(list, 16);
    const lb = f64x2.splat(load<f64>(list, 24));
    for (let t: usize = 0; t < n; t += 4) {
      const s = scores + (t << 3);
      const u = from + t;
      v128.store(s, f64x2.add(f64x2.mul(la, pair<T>(a, u)), f64x2.mul(lb, pair<T>(b, u))));
      v128.store(s, f64x2.add(f64x2.mul(la, pair<T>(a, u + 2)), f64x2.mul(lb, pair<T>(b, u + 2))), 16);
    }
    i = 2;
  }
  for (; i < count; i += 2) {
    const entry = list + (<usize>i << 4);
    const a = load<usize>(entry);
    const la = f64x2.splat(load<f64>(entry, 8));
    const b = load<usize>(entry, 16);
    const lb = f64x2.splat(load<f64>(entry, 24));
    for (let t: usize = 0; t < n; t += 4) {
      const s = scores + (t << 3);
      const u = from + t;
      const s0 = f64x2.add(v128.load(s), f64x2.mul(la, pair<T>(a, u)));
      const s1 = f64x2.add(v128.load(s, 16), f64x2.mul(la, pair<T>(a, u + 2)));
      v128.store(s, f64x2.add(s0, f64x2.mul(lb, pair<T>(b, u))));
      v128.store(s, f64x2.add(s1, f64x2.mul(lb, pair<T>(b, u + 2))), 16);
    }
  }
}

/** Sets the scores of rows of no base weight, and of the padding behind row `rows`, to −∞. */
export function maskTile(scores: usize, q: usize, from: usize, n: usize, rows: usize): void {
  const none = f64x2.splat(-Infinity);
  if (q != 0)
    for (let t: usize = 0; t < n; t += 2) {
      const s = scores + (t << 3);
      const has = f64x2.gt(v128.load(q + ((from + t) << 3)), f64x2.splat(0));
      v128.store(s, v128.bitselect(v128.load(s), none, has));
    }
  for (let j = rows; j < from + n; j++) store<f64>(scores + ((j - from) << 3), -Infinity);
}

/** The greatest of n scores, n a multiple of four. */
export function greatest(scores: usize, n: usize): f64 {
  let a = f64x2.splat(-Infinity);
  let b = a;
  for (let t: usize = 0; t < n; t += 4) {
    const s = scores + (t << 3);
    a = greater(a, v128.load(s));
    b = greater(b, v128.load(s, 16));
  }
  a = greater(a, b);
  return max<f64>(f64x2.extract_lane(a, 0), f64x2.extract_lane(a, 1));
}

/** The least of n scores, n a multiple of four. */
export function least(scores: usize, n: usize): f64 {
  let a = f64x2.splat(Infinity);
  let b = a;
  for (let t: usize = 0; t < n; t += 4) {
    const s = scores + (t << 3);
    a = f64x2.pmin(a, v128.load(s));
    b = f64x2.pmin(b, v128.load(s, 16));
  }
  a = f64x2.pmin(a, b);
  return min<f64>(f64x2.extract_lane(a, 0), f64x2.extract_lane(a, 1));
}
