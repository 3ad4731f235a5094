import type { TiltOracle } from "../rows/oracle.ts";
import { positiveValues } from "../rows/value-sets.ts";
import { certify } from "../solve/certificate.ts";
import type { SdCertificate } from "../solve/dual-solution.ts";
import type { SolveCache } from "../solve/solve-cache.ts";

/** Values that cannot be had together, with the certificate that proves it: take any one out and the rest is reachable. */
export interface Conflict {
  /** Indices of the values, ascending. */
  readonly values: readonly number[];
  /** A certificate on exactly those values. */
  readonly certificate: SdCertificate;
  readonly passes: number;
}

/**
 * Reduces a certificate to an irreducible conflict (method §3): values are dropped in ascending u_i while a certificate
 * still exists for the rest: the same direction without the value where that still proves it, else a new solve.
 */
export async function irreducibleConflict(
  oracle: TiltOracle,
  targets: Float64Array,
  first: SdCertificate,
  solveCache: SolveCache,
): Promise<Conflict> {
  let certificate = first;
  let passes = 0;
  let rest = only(targets, supportOf(certificate));
  const needed = new Set<number>();
  for (;;) {
    const candidate = lightestOpen(certificate, needed);
    if (candidate < 0) break;
    const without = rest.slice();
    without[candidate] = Number.NEGATIVE_INFINITY;
    const direction = certificate.direction.slice();
    direction[candidate] = 0;
    passes++;
    let shorter = await certify(oracle, direction, without, solveCache.view);
    if (!shorter) {
      const solution = await solveCache.solve(without);
      passes += solution.passes;
      shorter = solution.certificate;
    }
    if (shorter) {
      certificate = shorter;
      rest = only(without, supportOf(shorter));
    } else needed.add(candidate);
  }
  return { values: supportOf(certificate), certificate, passes };
}

function supportOf(certificate: SdCertificate): number[] {
  return positiveValues(certificate.direction);
}

function only(targets: Float64Array, keep: readonly number[]): Float64Array {
  return targets.map((c, i) => (keep.includes(i) ? c : Number.NEGATIVE_INFINITY));
}

/** The value with the least part in the certificate among those not yet known to be needed; −1 when all are. */
function lightestOpen(certificate: SdCertificate, needed: ReadonlySet<number>): number {
  let best = -1;
  for (const i of supportOf(certificate))
    if (!needed.has(i) && (best < 0 || certificate.direction[i] < certificate.direction[best]))
      best = i;
  return best;
}
