import { type Checkpoint, noCheckpoint } from "../rows/checkpoint.ts";
import type { Samples } from "../rows/samples.ts";
import { isReached } from "../solve/report.ts";
import type { SolveCache } from "../solve/solve-cache.ts";
import { type BootstrapSpread, bootstrapSpread } from "./bootstrap.ts";
import { decodingForecast, type ForecastPoint } from "./forecast.ts";
import { type HeldOutLevels, heldOutLevels } from "./held-out.ts";
import { type IntervalOptions, type Intervals, intervalsOf } from "./intervals.ts";

/** How far the figures of a palette can be trusted; null parts where the palette is out of reach. */
export interface TrustReport {
  readonly intervals: Intervals | null;
  /** The check on the intervals; null too beyond 100,000 rows, where it takes too long. */
  readonly bootstrap: BootstrapSpread | null;
  readonly heldOut: HeldOutLevels | null;
  readonly forecast: readonly ForecastPoint[] | null;
}

/** Settings of `trustReport`. */
export interface TrustOptions extends IntervalOptions {
  readonly checkpoint?: Checkpoint;
}

const REPLICATES = 100;
const MOST_RESAMPLED_ROWS = 100_000;
/** About how the time is shared: held-out levels, forecast, bootstrap. */
const SHARES = [0.1, 0.5, 0.4] as const;

/** Intervals, their bootstrap check, held-out levels and the decoding forecast (method §8); `targets` in sd units. */
export async function trustReport(
  samples: Samples,
  targets: Float64Array,
  solveCache: SolveCache,
  { isQuantile, checkpoint = noCheckpoint }: TrustOptions = {},
): Promise<TrustReport> {
  const { view } = solveCache;
  const solution = await solveCache.solve(targets);
  if (!isReached(solution.status))
    return { intervals: null, bootstrap: null, heldOut: null, forecast: null };
  const [first, second, third] = SHARES;
  const intervals = intervalsOf(samples, solution, view, { isQuantile });
  const heldOut = await heldOutLevels(samples, targets, {
    view,
    checkpoint: (s) => checkpoint(first * s),
  });
  const forecast = await decodingForecast(samples, solution.lambda, {
    mode: view?.mode,
    checkpoint: (s) => checkpoint(first + second * s),
  });
  const bootstrap =
    samples.rows > MOST_RESAMPLED_ROWS
      ? null
      : await bootstrapSpread(samples, targets, {
          replicates: REPLICATES,
          start: solution.lambda,
          view,
          isQuantile,
          checkpoint: (s) => checkpoint(first + second + third * s),
        });
  return { intervals, bootstrap, heldOut, forecast };
}
