import type { RayStop, StrengthScale } from "../../core/repair/ray.ts";
import type { Palette } from "../../core/rows/palette.ts";
import type { ValueSummary } from "../../core/rows/samples.ts";

/** The targets of a palette at share ρ of its ray from today; null where a value is not asked for. Only targets that ask for more move. */
export function targetsAlong(
  values: readonly ValueSummary[],
  palette: Palette,
  rho: number,
): (number | null)[] {
  return values.map((value, i) => {
    const target = palette.targets[i];
    if (target === null || palette.held[i]) return target;
    const change = target - value.mean;
    const isMore = value.lowerIsBetter ? change < 0 : change > 0;
    return isMore ? value.mean + rho * change : target;
  });
}

/** True where a palette is this one at some share of its ray. */
export function liesOnRay(
  values: readonly ValueSummary[],
  ray: Palette,
  rho: number,
  palette: Palette,
): boolean {
  return targetsAlong(values, ray, rho).every((target, i) => {
    const now = palette.targets[i];
    if (target === null || now === null) return target === now;
    return Math.abs(target - now) <= 1e-9 * Math.max(1, Math.abs(target));
  });
}

/** Where the drift reaches `kl` nats on a scale; null where it does not. */
export function shareAt(stops: readonly RayStop[], kl: number): number | null {
  const k = stops.findIndex((stop) => stop.kl >= kl);
  if (k < 1) return null;
  const [a, b] = [stops[k - 1], stops[k]];
  const t = (kl - a.kl) / (b.kl - a.kl);
  return Math.sqrt(a.rho ** 2 + t * (b.rho ** 2 - a.rho ** 2));
}

const MARKS = [0.1, 0.5, 1, 2, 4, 8];

/** The drifts to mark on a track that ends at `end`, with their shares; those closer than `gap` of it to the one before are left out. */
export function driftMarks(
  scale: StrengthScale,
  end: number,
  gap: number,
): { readonly kl: number; readonly rho: number }[] {
  const marks: { kl: number; rho: number }[] = [];
  for (const kl of MARKS) {
    const rho = shareAt(scale.stops, kl);
    const last = marks.at(-1);
    if (rho === null || (scale.edge !== null && (scale.edge - rho) / end < gap)) continue;
    if (!last || (rho - last.rho) / end >= gap) marks.push({ kl, rho });
  }
  return marks;
}
