import type { View } from "./oracle.ts";
import { fromSd, lambdaInSd, type Samples } from "./samples.ts";
import { tiltedWeights } from "./tilted-weights.ts";

/** Every answer's weight before and after a tilt, and its rewards in the user's units. */
export interface RowWeights {
  /** Base weights; null for 1/N. */
  readonly before: Float64Array | null;
  readonly after: Float64Array;
  /** Prompt number of each answer, or null. */
  readonly prompts: Int32Array | null;
  /** One column per value; within rounding of what was loaded. */
  readonly rewards: readonly Float64Array[];
}

/** Weights of all rows at a λ ≥ 0 in nats per unit of improvement, by one pass. */
export function rowWeights(samples: Samples, lambda: readonly number[], view?: View): RowWeights {
  const { values, columns, weights, prompts } = samples;
  const inSd = lambdaInSd(values, lambda);
  return {
    before: weights,
    after: tiltedWeights(samples, inSd, view),
    prompts,
    rewards: values.map((v, i) => Float64Array.from(columns[i], (z) => fromSd(v, z))),
  };
}
