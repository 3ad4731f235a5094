import type { View } from "./oracle.ts";
import type { Samples } from "./samples.ts";
import { groupByPrompt, perPromptWeights, pooledWeights, scoresInto } from "./tilt-weights.ts";

/** The weights w ∝ q·exp(λ·r) of all rows, summing to 1; λ in sd units. For analyses that need every row at once. */
export function tiltedWeights(samples: Samples, lambda: Float64Array, view?: View): Float64Array {
  const weights = new Float64Array(samples.rows);
  scoresInto(samples.columns, lambda, weights);
  if (view?.mode === "per-prompt" && samples.prompts)
    perPromptWeights(weights, samples.weights, groupByPrompt(samples.prompts, samples.weights));
  else pooledWeights(weights, samples.weights);
  return weights;
}
