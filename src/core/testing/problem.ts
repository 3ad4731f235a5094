import type { TiltOracle } from "../rows/oracle.ts";
import { rowsOracle } from "../rows/rows-oracle.ts";
import { buildSamples, type Samples, type SamplesOptions } from "../rows/samples.ts";

/** Samples and an oracle over them. */
export interface Problem {
  readonly samples: Samples;
  readonly oracle: TiltOracle;
  /** Raw rewards, one array per value. */
  readonly raw: readonly Float64Array[];
}

/** A problem over raw columns; values are called v0, v1, … unless named. */
export function problemOf(
  columns: readonly ArrayLike<number>[],
  options: SamplesOptions & {
    readonly ids?: readonly string[];
    readonly costs?: readonly number[];
  } = {},
): Problem {
  const raw = columns.map((c) => Float64Array.from(c));
  const samples = buildSamples(
    raw.map((rewards, i) => ({
      id: options.ids?.[i] ?? `v${i}`,
      rewards,
      lowerIsBetter: options.costs?.includes(i) ?? false,
    })),
    options,
  );
  return { samples, oracle: rowsOracle(samples), raw };
}

/** An oracle that counts its passes. */
export function counting(oracle: TiltOracle): TiltOracle & { passes(): number } {
  let passes = 0;
  return {
    ...oracle,
    tilt: (lambda, view) => {
      passes++;
      return oracle.tilt(lambda, view);
    },
    support: (direction, view) => {
      passes++;
      return oracle.support(direction, view);
    },
    passes: () => passes,
  };
}
