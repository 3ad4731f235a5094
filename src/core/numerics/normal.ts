/** Beyond this many standard deviations lies less than a double can tell from nothing. */
const FURTHEST = 9;

/** Quantile p in (0, 1) of the standard normal distribution, to about 1e-14. Errors: throws `invalid probability: …`. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new Error(`invalid probability: ${p}`);
  if (p < 0.5) return -normalQuantile(1 - p);
  let low = 0;
  let high = FURTHEST;
  while (high - low > Number.EPSILON * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (normalCdf(middle) <= p) low = middle;
    else high = middle;
  }
  return low;
}

/** P(X ≤ x), x ≥ 0, by the series of Φ(x) − ½ = φ(x)(x + x³/3 + x⁵/15 + …). */
function normalCdf(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; term > Number.EPSILON * sum; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
