import { seededRandom } from "../numerics/random.ts";
import { type Checkpoint, noCheckpoint } from "../rows/checkpoint.ts";
import type { TiltOracle, View } from "../rows/oracle.ts";
import { fromSd, orientedScale, type Samples } from "../rows/samples.ts";
import { LEVEL_ROUNDING } from "../solve/tolerances.ts";

/** Random linear mixes and where they lead (paper Figs. 1 and 2), in the user's units. */
export interface MixCloud {
  readonly size: number;
  /** λ of each draw, draws × size, row-major. */
  readonly lambda: Float64Array;
  /** Realised levels, draws × size. */
  readonly levels: Float64Array;
  /** Drift of each draw in nats. */
  readonly kl: Float64Array;
  /** 1 where every value that takes part has a realised level of at least its baseline. */
  readonly desirable: Uint8Array;
  /** Share of the draws that is desirable. */
  readonly desirableShare: number;
}

/** Settings of `mixCloud`. */
export interface CloudOptions {
  /** Default 600. */
  readonly draws?: number;
  /** Greatest strength L of s ~ U(0, L). Default 6. */
  readonly strength?: number;
  /** What L counts in: nats per sd of each value (default), or per unit of its rewards, as the paper does with logits. */
  readonly per?: "sd" | "unit";
  /** The values that take part. Default all. */
  readonly among?: readonly number[];
  /** Default 1. */
  readonly seed?: number;
  readonly view?: View;
  readonly checkpoint?: Checkpoint;
}

/** λ = s·d with d ~ Dirichlet(1) over the values that take part and s ~ U(0, L) (method §6); one pass per draw. */
export async function mixCloud(
  oracle: TiltOracle,
  samples: Samples,
  options: CloudOptions = {},
): Promise<MixCloud> {
  const { draws = 600, strength = 6, per = "sd", seed = 1, view } = options;
  const checkpoint = options.checkpoint ?? noCheckpoint;
  const { values } = samples;
  const size = values.length;
  const among = (options.among ?? [...values.keys()]).filter((i) => values[i].sd > 0);
  const random = seededRandom(seed);
  const lengths = values.map((v) => Math.abs(orientedScale(v)));
  const lambda = new Float64Array(draws * size);
  const levels = new Float64Array(draws * size);
  const kl = new Float64Array(draws);
  const desirable = new Uint8Array(draws);
  const tilt = new Float64Array(size);
  for (let d = 0; d < draws; d++) {
    if (d % 16 === 0) await checkpoint(d / draws);
    const parts = among.map(() => -Math.log(random.uniform()));
    const total = parts.reduce((s, x) => s + x, 0);
    const s = strength * random.uniform();
    tilt.fill(0);
    among.forEach((i, k) => {
      tilt[i] = (s * parts[k] * (per === "unit" ? lengths[i] : 1)) / total;
    });
    const { mean, logZ } = await oracle.tilt(tilt, view);
    desirable[d] = 1;
    for (let i = 0; i < size; i++) {
      lambda[d * size + i] = tilt[i] / lengths[i];
      levels[d * size + i] = fromSd(values[i], mean[i]);
      kl[d] += tilt[i] * mean[i];
    }
    // A value that is no part of the mixes is not among those that they could be chosen for.
    if (among.some((i) => mean[i] < -LEVEL_ROUNDING)) desirable[d] = 0;
    kl[d] = Math.max(0, kl[d] - logZ);
  }
  const count = desirable.reduce((s, x) => s + x, 0);
  return { size, lambda, levels, kl, desirable, desirableShare: draws > 0 ? count / draws : 0 };
}
