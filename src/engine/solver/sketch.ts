import { seededRandom } from "../../core/numerics/random.ts";
import type { Histograms, TiltOracle } from "../../core/rows/oracle.ts";
import type { RowShare } from "../../core/rows/palette.ts";
import type { Samples } from "../../core/rows/samples.ts";
import { kernelOracle, placeSamples } from "../rows/kernel-oracle.ts";

/** A random part of the rows that stands for all of them where a picture is drawn. */
export interface Sketch {
  readonly samples: Samples;
  /** Tilts and distributions over the part; support points over all rows, so that hulls agree with verdicts. */
  readonly oracle: TiltOracle;
  /** The part alone, for a first λ; its histograms are those of all rows before, and bent by the part's weights after. */
  readonly coarse: TiltOracle;
  readonly share: RowShare;
}

/** From more rows than this on, pictures are drawn from a part of them. */
export const MOST_DRAWN_ROWS = 50_000;
/** Rows of the part. */
export const SKETCH_ROWS = 20_000;

const SEED = 20_000;

/** The sketch of many rows, null where all of them can be drawn. */
export function sketchOf(samples: Samples, oracle: TiltOracle): Sketch | null {
  if (samples.rows <= MOST_DRAWN_ROWS) return null;
  const part = partOf(samples, SKETCH_ROWS);
  const placed = placeSamples(part);
  const { min, max } = oracle;
  const rough = kernelOracle(placed, { min, max });
  const coarse = { ...rough, distribution: calibrated(rough, oracle) };
  const { tilt, distribution, top } = coarse;
  return {
    samples: placed.samples,
    coarse,
    oracle: { ...oracle, rows: part.rows, tilt, distribution, top },
    share: { from: part.rows, of: samples.rows },
  };
}

/** Histograms whose masses before are those of all rows, so that exact ones take their place without a jump. */
function calibrated(part: TiltOracle, all: TiltOracle): TiltOracle["distribution"] {
  const exactHistograms = new Map<number, Promise<Histograms>>();
  return async (lambda, bins, view) => {
    const rough = await part.distribution(lambda, bins, view);
    const exact = exactHistograms.get(bins) ?? all.distribution(new Float64Array(all.size), bins);
    exactHistograms.set(bins, exact);
    const { before } = await exact;
    const after = rough.after.map((x, k) => (x > 0 ? x * (before[k] / rough.before[k]) : 0));
    for (let i = 0; i < all.size; i++) {
      const own = after.subarray(i * bins, (i + 1) * bins);
      const total = own.reduce((sum, x) => sum + x, 0);
      for (let k = 0; k < bins; k++) own[k] /= total;
    }
    return { bins, before: before.slice(), after };
  };
}

/**
 * A fixed random part of about `size` rows, each kept with the same chance; where rows belong to prompts, whole prompts are kept.
 * The values keep their scales, base weights sum to 1 again.
 */
export function partOf(samples: Samples, size: number): Samples {
  const { rows, columns, weights, prompts } = samples;
  const places = prompts ? rowsOfPrompts(prompts, size) : chosen(rows, Math.min(size, rows));
  const own = weights && Float64Array.from(places, (j) => weights[j]);
  const mass = own ? own.reduce((sum, w) => sum + w, 0) : 1;
  return {
    rows: places.length,
    values: samples.values,
    columns: columns.map((column) => {
      const part =
        column instanceof Float32Array
          ? new Float32Array(places.length)
          : new Float64Array(places.length);
      for (let k = 0; k < places.length; k++) part[k] = column[places[k]];
      return part;
    }),
    weights: own && own.map((w) => w / mass),
    prompts: prompts && dense(places.map((j) => prompts[j])),
  };
}

/** `size` of the numbers 0 … count − 1, ascending, each set of them equally likely; the same on every call. */
function chosen(count: number, size: number): Int32Array {
  const random = seededRandom(SEED);
  const out = new Int32Array(size);
  let drawn = 0;
  for (let j = 0; drawn < size; j++)
    if (random.uniform() * (count - j) < size - drawn) out[drawn++] = j;
  return out;
}

function rowsOfPrompts(prompts: Int32Array, size: number): Int32Array {
  const count = prompts.reduce((most, x) => Math.max(most, x), 0) + 1;
  const most = Math.max(1, Math.round((count * size) / prompts.length));
  const isKept = new Uint8Array(count);
  for (const x of chosen(count, Math.min(count, most))) isKept[x] = 1;
  const places: number[] = [];
  for (let j = 0; j < prompts.length; j++) if (isKept[prompts[j]]) places.push(j);
  return Int32Array.from(places);
}

/** Numbers prompts from 0 in the order in which they appear. */
function dense(prompts: Int32Array): Int32Array {
  const number = new Map<number, number>();
  return prompts.map((x) => {
    const place = number.get(x) ?? number.size;
    number.set(x, place);
    return place;
  });
}
