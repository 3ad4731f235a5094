@inline
function add(target: usize, lanes: v128): void {
  store<f64>(target, load<f64>(target) + f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1));
}

/** Adds the six products of three columns of n numbers, `width` bytes apart, to the lower triangle at `target` (rows of `pitch` bytes). */
export function addTriangle(target: usize, pitch: usize, a: usize, width: usize, n: usize): void {
  const b = a + width;
  const c = b + width;
  let aa = f64x2.splat(0);
  let ba = aa;
  let bb = aa;
  let ca = aa;
  let cb = aa;
  let cc = aa;
  for (let t: usize = 0; t < n << 3; t += 16) {
    const x = v128.load(a + t);
    const y = v128.load(b + t);
    const z = v128.load(c + t);
    aa = f64x2.add(aa, f64x2.mul(x, x));
    ba = f64x2.add(ba, f64x2.mul(y, x));
    bb = f64x2.add(bb, f64x2.mul(y, y));
    ca = f64x2.add(ca, f64x2.mul(z, x));
    cb = f64x2.add(cb, f64x2.mul(z, y));
    cc = f64x2.add(cc, f64x2.mul(z, z));
  }
  add(target, aa);
  add(target + pitch, ba);
  add(target + pitch + 8, bb);
  add(target + 2 * pitch, ca);
  add(target + 2 * pitch + 8, cb);
  add(target + 2 * pitch + 16, cc);
}

/** The same for the nine products of three columns at `a` with three at `d`. */
export function addBlock(
  target: usize,
  pitch: usize,
  a: usize,
  d: usize,
  width: usize,
  n: usize,
): void {
  const b = a + width;
  const c = b + width;
  const e = d + width;
  const f = e + width;
  let ad = f64x2.splat(0);
  let ae = ad;
  let af = ad;
  let bd = ad;
  let be = ad;
  let bf = ad;
  let cd = ad;
  let ce = ad;
  let cf = ad;
  for (let t: usize = 0; t < n << 3; t += 16) {
    const u = v128.load(d + t);
    const v = v128.load(e + t);
    const w = v128.load(f + t);
    const x = v128.load(a + t);
    ad = f64x2.add(ad, f64x2.mul(x, u));
    ae = f64x2.add(ae, f64x2.mul(x, v));
    af = f64x2.add(af, f64x2.mul(x, w));
    const y = v128.load(b + t);
    bd = f64x2.add(bd, f64x2.mul(y, u));
    be = f64x2.add(be, f64x2.mul(y, v));
    bf = f64x2.add(bf, f64x2.mul(y, w));
    const z = v128.load(c + t);
    cd = f64x2.add(cd, f64x2.mul(z, u));
    ce = f64x2.add(ce, f64x2.mul(z, v));
    cf = f64x2.add(cf, f64x2.mul(z, w));
  }
  add(target, ad);
  add(target + 8, ae);
  add(target + 16, af);
  add(target + pitch, bd);
  add(target + pitch + 8, be);
  add(target + pitch + 16, bf);
  add(target + 2 * pitch, cd);
  add(target + 2 * pitch + 8, ce);
  add(target + 2 * pitch + 16, cf);
}
