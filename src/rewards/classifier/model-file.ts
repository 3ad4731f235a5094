import * as v from "valibot";
import { fromBase64, toBase64 } from "../../core/bytes/base64.ts";
import { type RewardModel, type ValueClassifier, weightStep } from "../reward-model.ts";
import type { RewardProblem } from "../reward-problem.ts";
import { BUCKETS } from "./feature-rows.ts";

const KIND = "value-palette-rewards";
const VERSION = 1;
/** What the buckets mean; weights for other features cannot be used. */
const FEATURES = "words 1-2, characters 3-5, 262144 buckets, present or not";
const MOST_VALUES = 64;
const MOST_BINS = 100;

const finite = v.pipe(v.number(), v.finite());
const share = v.pipe(finite, v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const words = v.pipe(v.array(v.object({ word: name, push: finite })), v.maxLength(MOST_BINS));
const spread = v.object({ mean: share, sd: finite });
const classifier = v.object({
  value: name,
  intercept: finite,
  step: v.pipe(finite, v.gtValue(0)),
  buckets: v.string(),
  weights: v.string(),
  follows: count,
  violates: count,
  telling: v.object({ follows: words, violates: words }),
  quality: v.nullable(
    v.object({
      texts: count,
      folds: count,
      repeats: count,
      accuracy: spread,
      auc: spread,
      brier: spread,
      calibration: v.pipe(
        v.array(
          v.object({
            from: share,
            to: share,
            texts: v.pipe(finite, v.minValue(0)),
            predicted: v.nullable(share),
            observed: v.nullable(share),
          }),
        ),
        v.maxLength(MOST_BINS),
      ),
    }),
  ),
});
const file = v.object({
  features: v.literal(FEATURES),
  source: v.pipe(v.string(), v.maxLength(500)),
  seed: v.pipe(v.number(), v.safeInteger()),
  classifiers: v.pipe(v.array(classifier), v.minLength(1), v.maxLength(MOST_VALUES)),
});

/** A model that was read from a file, or the problem that it is none. */
export type ModelReading =
  | { readonly ok: true; readonly model: RewardModel }
  | { readonly ok: false; readonly problems: readonly RewardProblem[] };

/** A model as the text of a JSON file; read back it scores exactly alike. Buckets are coded by their distances. */
export function encodeModel({ source, seed, classifiers }: RewardModel): string {
  return JSON.stringify({
    kind: KIND,
    version: VERSION,
    features: FEATURES,
    source,
    seed,
    classifiers: classifiers.map((one) => {
      const step = weightStep(one.weights);
      return {
        ...one,
        step,
        buckets: toBase64(packDistances(one.buckets)),
        weights: toBase64(packWeights(one.weights, step)),
      };
    }),
  });
}

/** Reads the text of a file of classifiers; whatever is wrong with it comes back as a problem. */
export function decodeModel(text: string): ModelReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse("not-a-classifier");
  }
  const head = v.safeParse(v.object({ kind: v.literal(KIND), version: v.number() }), json);
  if (!head.success) return refuse("not-a-classifier");
  if (head.output.version !== VERSION) return refuse("newer-classifier");
  const read = v.safeParse(file, json);
  if (!read.success) return refuse("not-a-classifier", v.getDotPath(read.issues[0]) ?? undefined);
  const classifiers: ValueClassifier[] = [];
  for (const { step, buckets, weights, ...rest } of read.output.classifiers) {
    const places = unpackDistances(fromBase64(buckets));
    const numbers = unpackWeights(fromBase64(weights), step);
    if (
      !places ||
      numbers?.length !== places.length ||
      classifiers.some((c) => c.value === rest.value)
    )
      return refuse("not-a-classifier", rest.value);
    classifiers.push({ ...rest, buckets: places, weights: numbers });
  }
  const { source, seed } = read.output;
  return { ok: true, model: { source, seed, classifiers } };
}

function refuse(code: RewardProblem["code"], detail?: string): ModelReading {
  return { ok: false, problems: [{ code, severity: "error", ...(detail ? { detail } : {}) }] };
}

/** Distances between ascending numbers, seven bits to the byte, low bits first. */
function packDistances(ascending: Int32Array): Uint8Array {
  const bytes: number[] = [];
  let before = -1;
  for (const number of ascending) {
    let distance = number - before;
    for (; distance > 127; distance >>>= 7) bytes.push((distance & 127) | 128);
    bytes.push(distance);
    before = number;
  }
  return Uint8Array.from(bytes);
}

function unpackDistances(bytes: Uint8Array | null): Int32Array | null {
  if (!bytes) return null;
  const numbers: number[] = [];
  let before = -1;
  let distance = 0;
  let shift = 0;
  for (const byte of bytes) {
    distance |= (byte & 127) << shift;
    shift += 7;
    if (byte & 128) {
      if (shift > 14) return null;
      continue;
    }
    before += distance;
    if (distance === 0 || before >= BUCKETS) return null;
    numbers.push(before);
    distance = 0;
    shift = 0;
  }
  return shift === 0 ? Int32Array.from(numbers) : null;
}

function packWeights(weights: Float32Array, step: number): Uint8Array {
  const bytes = new Uint8Array(2 * weights.length);
  const view = new DataView(bytes.buffer);
  weights.forEach((weight, k) => {
    view.setInt16(2 * k, Math.round(weight / step), true);
  });
  return bytes;
}

function unpackWeights(bytes: Uint8Array | null, step: number): Float32Array | null {
  if (!bytes || bytes.length % 2 !== 0) return null;
  const view = new DataView(bytes.buffer);
  return Float32Array.from(
    { length: bytes.length / 2 },
    (_, k) => view.getInt16(2 * k, true) * step,
  );
}
