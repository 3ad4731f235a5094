import type { ValueSummary } from "../rows/samples.ts";

/** A moral profile over the values of some samples (method §10). */
export interface Profile {
  /** c: how far the person adheres to each value, in [0, 1], in the order of the values. */
  readonly weights: readonly number[];
  /** 1/β ≥ 0: how strongly a model follows the profile, in nats per unit. */
  readonly strength: number;
}

/** What a profile weighs: rewards as they are where all of them lie in [0, 1], else in sd, so that no scale outranks another. */
export function profileUnit(values: readonly ValueSummary[]): "raw" | "sd" {
  return values.every((v) => v.min >= 0 && v.max <= 1) ? "raw" : "sd";
}

/** λ = c/β in nats per unit of improvement of each value, user's units. A constant value has λ = 0. */
export function profileLambda(values: readonly ValueSummary[], profile: Profile): number[] {
  const unit = profileUnit(values);
  return values.map(({ sd }, i) => {
    if (!(sd > 0)) return 0;
    return (profile.strength * profile.weights[i]) / (unit === "raw" ? 1 : sd);
  });
}

/** The profile that a λ (user's units, as in a report) implies: λ/max λ, its strength being max λ. λ = 0 implies no profile. */
export function impliedProfile(
  values: readonly ValueSummary[],
  lambda: readonly number[],
): Profile | null {
  const unit = profileUnit(values);
  const scaled = lambda.map((l, i) => (unit === "raw" ? l : l * values[i].sd));
  const strength = Math.max(0, ...scaled);
  return strength > 0 ? { weights: scaled.map((l) => l / strength), strength } : null;
}
