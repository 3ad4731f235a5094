import type { TiltOracle } from "../rows/oracle.ts";
import { fromSd, orientedScale, type Samples, toSd, type ValueSummary } from "../rows/samples.ts";
import type { DualOptions, DualSolution, SdCertificate } from "./dual-solution.ts";
import type { Certificate, SolveReport } from "./report.ts";
import { solveSettled } from "./settle.ts";
import { AT_THE_MEAN, MEAN_ROUNDINGS } from "./tolerances.ts";

/**
 * Solves MAP (method §2, paper Eq. 3 and Thm 1) for a palette in the user's units.
 * `targets`: one per value, null where the value is unconstrained. The outcome is data; a palette out of reach comes
 * with its certificate. Errors: throws `invalid targets: …` for another length or a target that is not finite.
 */
export async function solvePalette(
  oracle: TiltOracle,
  samples: Samples,
  targets: readonly (number | null)[],
  options: DualOptions = {},
): Promise<SolveReport> {
  return toReport(samples, await solveSettled(oracle, targetsInSd(samples, targets), options));
}

/** Targets in sd units, −∞ where null, and 0 exactly where only rounding lies between a target and its value's mean. */
export function targetsInSd(samples: Samples, targets: readonly (number | null)[]): Float64Array {
  if (targets.length !== samples.values.length)
    throw new Error(`invalid targets: ${targets.length} of them`);
  return Float64Array.from(samples.values, (value, i) => {
    const target = targets[i];
    if (target === null) return Number.NEGATIVE_INFINITY;
    if (!Number.isFinite(target)) throw new Error(`invalid targets: ${target} for ${value.id}`);
    const c = toSd(value, target);
    return Math.abs(c) <= roundingOf(value, target) ? 0 : c;
  });
}

/** How far a target at the mean may seem to lie from it, in sd: both are written in doubles, each with its own rounding. */
function roundingOf(value: ValueSummary, target: number): number {
  const size = Math.max(Math.abs(value.mean), Math.abs(target));
  const written = (MEAN_ROUNDINGS * Number.EPSILON * size) / Math.abs(orientedScale(value));
  return value.sd > 0 ? Math.max(AT_THE_MEAN, written) : written;
}

/** Inverse of `targetsInSd`. */
export function targetsInUnits(samples: Samples, targets: Float64Array): (number | null)[] {
  return samples.values.map((value, i) =>
    targets[i] === Number.NEGATIVE_INFINITY ? null : fromSd(value, targets[i]),
  );
}

/** E_λ[r] in the user's units. */
export function levelsInUnits(samples: Samples, levels: Float64Array): number[] {
  return samples.values.map((value, i) => fromSd(value, levels[i]));
}

/** λ in nats per unit of improvement of each value, from nats per sd; 0 stays exactly 0. */
export function lambdaInUnits(samples: Samples, lambda: Float64Array): number[] {
  return samples.values.map((v, i) =>
    lambda[i] === 0 ? 0 : lambda[i] / Math.abs(orientedScale(v)),
  );
}

/** A dual solution in the user's units. */
export function toReport(samples: Samples, solution: DualSolution): SolveReport {
  const { moments, certificate } = solution;
  return {
    status: solution.status,
    lambda: lambdaInUnits(samples, solution.lambda),
    levels: levelsInUnits(samples, moments.mean),
    kl: solution.kl,
    ess: moments.ess,
    maxWeight: moments.maxWeight,
    kkt: solution.kkt,
    passes: solution.passes,
    certificate: certificate && certificateInUnits(samples, certificate),
  };
}

/** A certificate in the user's units: u_i / ±sd_i, so that Σ|u_i · sd_i| = 1, and bound and asked shift alike. */
export function certificateInUnits(samples: Samples, certificate: SdCertificate): Certificate {
  const direction = samples.values.map((v, i) =>
    certificate.direction[i] === 0 ? 0 : certificate.direction[i] / orientedScale(v),
  );
  let shift = 0;
  samples.values.forEach((v, i) => {
    shift += direction[i] * v.mean;
  });
  const { bound, asked } = certificate;
  return { direction, bound: bound + shift, asked: asked + shift, gap: asked - bound };
}
