/** Mean and standard deviation over repeats. */
interface Spread {
  readonly mean: number;
  readonly sd: number;
}

/** One bin of a calibration curve: texts whose predicted chance lies in [from, to). */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  /** Texts in it, as a mean over repeats. */
  readonly texts: number;
  /** Mean predicted chance; null where the bin is empty. */
  readonly predicted: number | null;
  /** Share of its texts that follow the value; null where the bin is empty. */
  readonly observed: number | null;
}

/** How well a classifier judges texts that it was not trained on. */
export interface Quality {
  readonly texts: number;
  readonly folds: number;
  readonly repeats: number;
  /** Share judged rightly at a chance of one half. */
  readonly accuracy: Spread;
  /** Chance that a text that follows the value scores above one that violates it. */
  readonly auc: Spread;
  /** Mean squared error of the chance; 0.25 is a coin's. */
  readonly brier: Spread;
  /** Ten bins of equal width from 0 to 1. */
  readonly calibration: readonly CalibrationBin[];
}

const BINS = 10;

/** Judges chances in [0, 1] that were predicted out of fold, one array per repeat, against `follows` (0 or 1). */
export function qualityOf(
  predicted: readonly Float64Array[],
  follows: Uint8Array,
  folds: number,
): Quality {
  return {
    texts: follows.length,
    folds,
    repeats: predicted.length,
    accuracy: spread(predicted.map((chances) => accuracyOf(chances, follows))),
    auc: spread(predicted.map((chances) => areaUnderCurve(chances, follows))),
    brier: spread(predicted.map((chances) => brierScore(chances, follows))),
    calibration: calibrationOf(predicted, follows),
  };
}

/** Area under the ROC curve: the chance that a text that follows the value scores above one that violates it; ties count half. */
export function areaUnderCurve(scores: Float64Array, follows: Uint8Array): number {
  const order = Int32Array.from(scores, (_, i) => i).sort((a, b) => scores[a] - scores[b]);
  let positives = 0;
  let ranks = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let here = 0;
    while (to < order.length && scores[order[to]] === scores[order[from]])
      here += follows[order[to++]];
    ranks += (here * (from + to + 1)) / 2;
    positives += here;
    from = to;
  }
  const negatives = order.length - positives;
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

function accuracyOf(chances: Float64Array, follows: Uint8Array): number {
  let right = 0;
  for (let i = 0; i < chances.length; i++) if (chances[i] >= 0.5 === (follows[i] === 1)) right++;
  return right / chances.length;
}

/** Mean squared difference of chance and outcome (Brier 1950). */
export function brierScore(chances: Float64Array, follows: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < chances.length; i++) sum += (chances[i] - follows[i]) ** 2;
  return sum / chances.length;
}

/** The calibration curve of chances, pooled over repeats. */
export function calibrationOf(
  predicted: readonly Float64Array[],
  follows: Uint8Array,
): CalibrationBin[] {
  const counts = new Float64Array(BINS);
  const chance = new Float64Array(BINS);
  const outcome = new Float64Array(BINS);
  for (const chances of predicted)
    chances.forEach((p, i) => {
      const bin = Math.min(BINS - 1, Math.floor(p * BINS));
      counts[bin]++;
      chance[bin] += p;
      outcome[bin] += follows[i];
    });
  return Array.from(counts, (count, bin) => ({
    from: bin / BINS,
    to: (bin + 1) / BINS,
    texts: count / predicted.length,
    predicted: count > 0 ? chance[bin] / count : null,
    observed: count > 0 ? outcome[bin] / count : null,
  }));
}

function spread(numbers: readonly number[]): Spread {
  const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
  const square = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, sd: numbers.length > 1 ? Math.sqrt(square / (numbers.length - 1)) : 0 };
}
