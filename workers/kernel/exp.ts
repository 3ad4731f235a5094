const LOG2_E: f64 = 1.4426950408889634;
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
/** 1.5 · 2⁵²: adding it rounds to an integer that then stands in the low bits. */
const ROUNDER: f64 = 6755399441055744;

/** e^x below this is subnormal. */
export const LEAST_NORMAL: f64 = -708;
/** e^x below this is 0. */
export const LEAST: f64 = -746;

@inline
/** e^r of both lanes, |r| ≤ ½ ln 2: 1 + r + r² Q(r), Q of degree 9 fitted at Chebyshev nodes, relative error 2e-17. */
function reduced(r: v128): v128 {
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const q0 = f64x2.add(f64x2.splat(0.5000000000000001), f64x2.mul(r, f64x2.splat(0.16666666666666669)));
  const q1 = f64x2.add(f64x2.splat(0.04166666666662413), f64x2.mul(r, f64x2.splat(0.008333333333330062)));
  const q2 = f64x2.add(f64x2.splat(0.0013888888917213717), f64x2.mul(r, f64x2.splat(0.00019841269863053618)));
  const q3 = f64x2.add(f64x2.splat(2.4801521295954376e-5), f64x2.mul(r, f64x2.splat(2.7557268459997064e-6)));
  const q4 = f64x2.add(f64x2.splat(2.7620088445409746e-7), f64x2.mul(r, f64x2.splat(2.510038549551032e-8)));
  const low = f64x2.add(q0, f64x2.mul(r2, q1));
  const high = f64x2.add(f64x2.add(q2, f64x2.mul(r2, q3)), f64x2.mul(r4, q4));
  const q = f64x2.add(low, f64x2.mul(r4, high));
  return f64x2.add(f64x2.splat(1), f64x2.add(r, f64x2.mul(r2, q)));
}

@inline
/** x − k ln 2, where `y` carries k in its low bits. */
function remainder(x: v128, y: v128): v128 {
  const k = f64x2.sub(y, f64x2.splat(ROUNDER));
  return f64x2.sub(
    f64x2.sub(x, f64x2.mul(k, f64x2.splat(LN2_HIGH))),
    f64x2.mul(k, f64x2.splat(LN2_LOW)),
  );
}

@inline
/** e^x of both lanes for −708 ≤ x ≤ 709; relative error below 1e-15. */
export function expNormal(x: v128): v128 {
  const y = f64x2.add(f64x2.mul(x, f64x2.splat(LOG2_E)), f64x2.splat(ROUNDER));
  return i64x2.add(reduced(remainder(x, y)), i64x2.shl(y, 52));
}

@inline
/** e^x of both lanes for any x ≤ 709, −∞ included; subnormal results are rounded once. */
export function expAny(x: v128): v128 {
  const safe = f64x2.max(x, f64x2.splat(LEAST));
  const y = f64x2.add(f64x2.mul(safe, f64x2.splat(LOG2_E)), f64x2.splat(ROUNDER));
  const k = i64x2.sub(y, f64x2.splat(ROUNDER));
  const half = i64x2.shr_s(k, 1);
  const rest = i64x2.sub(k, half);
  const one = i64x2.splat(1023);
  return f64x2.mul(
    f64x2.mul(reduced(remainder(safe, y)), i64x2.shl(i64x2.add(half, one), 52)),
    i64x2.shl(i64x2.add(rest, one), 52),
  );
}

/** e^x of one number. */
export function expOne(x: f64): f64 {
  return f64x2.extract_lane(expAny(f64x2.splat(x)), 0);
}
