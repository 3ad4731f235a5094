import { levelAtShare, midDistribution } from "../../../src/core/numerics/quantile.ts";
import type { Random } from "../../../src/core/numerics/random.ts";
import type { Population } from "./population.ts";

/** A rating: the words of a scale and how often each is given. */
const SCALES = {
  "ratings 0–4": [0.08, 0.12, 0.23, 0.35, 0.22],
  "yes or no": [0.7, 0.3],
} as const;

/** The second rating is the first, or half of the time one of its own. */
const OWN = 0.5;

/** Two ratings that agree more or less, a target on the first that is asked as a quantile of each sample, or as a level. */
export const RATINGS: readonly Population[] = [
  ...[200, 500, 1200].flatMap((rows) =>
    [0.55, 0.6, 0.75].map((share) => rated("ratings 0–4", rows, share, true)),
  ),
  rated("ratings 0–4", 500, 0.6, false),
  rated("yes or no", 500, 0.6, true),
  rated("yes or no", 500, 0.6, false),
];

function rated(
  scale: keyof typeof SCALES,
  rows: number,
  share: number,
  isQuantile: boolean,
): Population {
  const shares = SCALES[scale];
  const levels = shares.map((_, k) => k);
  const curve = midDistribution({ sorted: levels, weights: shares });
  const asked = levelAtShare(curve, share);
  const joint = jointOf(shares);
  const [lambda, kl] = priceOf(shares, asked);
  return {
    name: `${scale}, ${isQuantile ? `q${Math.round(100 * share)}` : "a level"} asked of one of two`,
    seed: rows + Math.round(100 * share),
    rows,
    targets: [asked, -1],
    quantiles: isQuantile ? [share, null] : undefined,
    lambda: [lambda, 0],
    kl,
    levelsAt: ([price]) => tilted(joint, price),
    draw: (random) => draw(random, shares, rows),
  };
}

/** λ and the drift that lift the mean of a scale to a level; by halving. */
function priceOf(shares: readonly number[], level: number): [number, number] {
  const meanAt = (lambda: number) => {
    const w = shares.map((q, k) => q * Math.exp(lambda * k));
    const total = w.reduce((s, x) => s + x, 0);
    return { mean: w.reduce((s, x, k) => s + x * k, 0) / total, logZ: Math.log(total) };
  };
  let [low, high] = [0, 60];
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2;
    if (meanAt(middle).mean < level) low = middle;
    else high = middle;
  }
  return low < 1e-12 ? [0, 0] : [low, low * level - meanAt(low).logZ];
}

function jointOf(shares: readonly number[]): number[][] {
  return shares.map((q, a) => shares.map((own, b) => q * (OWN * own + (a === b ? 1 - OWN : 0))));
}

/** The means of both ratings under a tilt by the first. */
function tilted(joint: readonly (readonly number[])[], lambda: number): number[] {
  let [total, first, second] = [0, 0, 0];
  joint.forEach((row, a) => {
    row.forEach((q, b) => {
      const w = q * Math.exp(lambda * a);
      total += w;
      first += w * a;
      second += w * b;
    });
  });
  return [first / total, second / total];
}

function draw(random: Random, shares: readonly number[], rows: number) {
  const one = () => {
    let left = random.uniform();
    return Math.max(
      0,
      shares.findIndex((share, k) => {
        left -= share;
        return left < 0 || k === shares.length - 1;
      }),
    );
  };
  const first = Float64Array.from({ length: rows }, one);
  return {
    columns: [first, first.map((a) => (random.uniform() < OWN ? one() : a))],
  };
}
