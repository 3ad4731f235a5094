import { type Profile, profileLambda } from "../../core/profile/profile.ts";
import type { TiltOracle, View } from "../../core/rows/oracle.ts";
import { fromSd, lambdaInSd, type Samples } from "../../core/rows/samples.ts";
import { klOf } from "../../core/solve/dual.ts";

/** What a model reaches that follows a profile: the tilt λ = c/β (method §10, derived). User's units. */
export interface ProfileLevels {
  /** λ in nats per unit of improvement. */
  readonly lambda: readonly number[];
  /** E_λ[r] of each value. */
  readonly levels: readonly number[];
  /** The palette that has this λ: the level of each weighed value as its target, null where λ is 0. */
  readonly targets: readonly (number | null)[];
  readonly kl: number;
  readonly ess: number;
}

/** The levels a profile reaches, by one pass over the rows. */
export async function profileLevels(
  oracle: TiltOracle,
  samples: Samples,
  profile: Profile,
  view?: View,
): Promise<ProfileLevels> {
  const { values } = samples;
  const lambda = profileLambda(values, profile);
  const inSd = lambdaInSd(values, lambda);
  const moments = await oracle.tilt(inSd, view);
  const levels = values.map((v, i) => fromSd(v, moments.mean[i]));
  return {
    lambda,
    levels,
    targets: levels.map((level, i) => (lambda[i] > 0 ? level : null)),
    kl: klOf(inSd, moments),
    ess: moments.ess,
  };
}
