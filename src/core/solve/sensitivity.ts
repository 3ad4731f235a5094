import { invert, submatrix } from "../numerics/linear-algebra.ts";
import { orientedScale, type Samples } from "../rows/samples.ts";
import { positiveValues } from "../rows/value-sets.ts";
import type { DualSolution } from "./dual-solution.ts";

/** How λ and the levels answer a small change of the targets, in the user's units, m × m row-major. */
export interface Sensitivity {
  /** V = Cov_λ[r] = dE[r]/dλ. */
  readonly cov: Float64Array;
  /** dλ_i/dc_k = +V⁻¹ on the binding values (the paper prints a minus), 0 elsewhere (method §4). */
  readonly dLambdaDc: Float64Array;
  /** dE[r_i]/dc_k: 1 on the diagonal of binding values, V_sA V_AA⁻¹ for slack ones. */
  readonly dLevelDc: Float64Array;
}

/** Sensitivities at a solution. At a kink (a value exactly met at λ_i = 0) the derivatives are those of the binding values only. */
export function sensitivityOf(samples: Samples, { lambda, moments }: DualSolution): Sensitivity {
  const m = lambda.length;
  const scale = samples.values.map(orientedScale);
  const binding = positiveValues(lambda);
  const n = binding.length;
  const inverse = n > 0 ? invert(submatrix(moments.cov, m, binding), n) : null;
  const cov = new Float64Array(m * m);
  const dLambdaDc = new Float64Array(m * m);
  const dLevelDc = new Float64Array(m * m);
  for (let i = 0; i < m; i++)
    for (let k = 0; k < m; k++) cov[i * m + k] = moments.cov[i * m + k] * scale[i] * scale[k];
  if (!inverse) return { cov, dLambdaDc, dLevelDc };
  binding.forEach((i, a) => {
    binding.forEach((k, b) => {
      dLambdaDc[i * m + k] = inverse[a * n + b] / (scale[i] * scale[k]);
    });
  });
  for (let s = 0; s < m; s++)
    binding.forEach((k, b) => {
      let slope = 0;
      binding.forEach((i, a) => {
        slope += moments.cov[s * m + i] * inverse[a * n + b];
      });
      dLevelDc[s * m + k] = (slope * scale[s]) / scale[k];
    });
  return { cov, dLambdaDc, dLevelDc };
}
