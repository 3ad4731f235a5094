import { extremeReward } from "../../core/rows/extreme-reward.ts";
import type { TiltOracle, View } from "../../core/rows/oracle.ts";
import { rowsOracle } from "../../core/rows/rows-oracle.ts";
import type { Samples } from "../../core/rows/samples.ts";
import { type KernelRows, kernelRows } from "./kernel-rows.ts";
import { mergeHistograms, mergeSupports, mergeTilts, mergeTops } from "./merge-sums.ts";
import { plainSums } from "./plain-sums.ts";
import type {
  Binning,
  PartialHistograms,
  PartialSupport,
  PartialTilt,
  RowSums,
  ScoredRow,
} from "./row-sums.ts";

/** Rows with the kernel that sums them. */
export interface PlacedSamples {
  /** The same samples; their columns lie in the kernel's memory where it runs. */
  readonly samples: Samples;
  /** Which kernel sums them. */
  readonly kernel: "simd" | "plain";
  /** The sums of rows `from` to `to` − 1; `from` a multiple of four. */
  sums(from: number, to: number): RowSums;
}

/** Puts samples where the compiled kernel can sum them, or leaves them to the TypeScript one where it cannot run. */
export function placeSamples(samples: Samples): PlacedSamples {
  const placed: KernelRows | null = kernelRows(samples.columns, samples.weights);
  if (placed) {
    const { columns, weights } = placed;
    return { samples: { ...samples, columns, weights }, kernel: "simd", sums: placed.sums };
  }
  const { columns, weights } = samples;
  return {
    samples,
    kernel: "plain",
    sums: (from, to) =>
      plainSums(
        columns.map((c) => c.subarray(from, to)),
        weights && weights.subarray(from, to),
      ),
  };
}

/** Asks every stretch of the rows the same question; the answers come in the order of the rows. */
export interface Stretches {
  /** First row of each stretch. */
  readonly firsts: readonly number[];
  tilt(lambda: Float64Array): Promise<PartialTilt[]> | PartialTilt[];
  support(direction: Float64Array): Promise<PartialSupport[]> | PartialSupport[];
  distribution(
    lambda: Float64Array,
    binning: Binning,
  ): Promise<PartialHistograms[]> | PartialHistograms[];
  top(
    lambda: Float64Array,
    k: number,
    order: "lifted" | "lowered",
  ): Promise<ScoredRow[][]> | ScoredRow[][];
}

/** What histograms run over, in sd units. */
type Range = Pick<TiltOracle, "min" | "max">;

/**
 * A tilt oracle over rows in this process. The per-prompt view is summed in TypeScript, over the same columns. `range`:
 * default from the least to the greatest reward of each value.
 */
export function kernelOracle(placed: PlacedSamples, range?: Range): TiltOracle {
  const all = placed.sums(0, placed.samples.rows);
  const stretches: Stretches = {
    firsts: [0],
    tilt: (lambda) => [all.tilt(lambda)],
    support: (direction) => [all.support(direction)],
    distribution: (lambda, binning) => [all.distribution(lambda, binning)],
    top: (lambda, k, order) => [all.top(lambda, k, order)],
  };
  return stretchOracle(placed.samples, stretches, range);
}

/** A tilt oracle whose pooled view is a sum over stretches of the rows, wherever they are summed. */
export function stretchOracle(samples: Samples, stretches: Stretches, range?: Range): TiltOracle {
  const { rows, columns, weights } = samples;
  const min = range?.min ?? Float64Array.from(columns, (c) => extremeReward(c, weights, -1));
  const max = range?.max ?? Float64Array.from(columns, (c) => extremeReward(c, weights, 1));
  const base = weights ? 1 : rows;
  let grouped: TiltOracle | null = null;

  /** The oracle of the per-prompt view, null where the view is pooled. */
  function perPrompt(view?: View): TiltOracle | null {
    if (view?.mode !== "per-prompt") return null;
    grouped ??= rowsOracle(samples, { min, max });
    return grouped;
  }

  return {
    size: columns.length,
    rows,
    min,
    max,
    async tilt(lambda, view) {
      check(lambda);
      const other = perPrompt(view);
      return other ? other.tilt(lambda, view) : mergeTilts(await stretches.tilt(lambda), base);
    },
    async support(direction, view) {
      const other = perPrompt(view);
      if (other) return other.support(direction, view);
      return mergeSupports(await stretches.support(direction), stretches.firsts);
    },
    async distribution(lambda, bins, view) {
      check(lambda);
      const other = perPrompt(view);
      if (other) return other.distribution(lambda, bins, view);
      return mergeHistograms(await stretches.distribution(lambda, { bins, min, max }), bins, base);
    },
    async top(lambda, k, order = "lifted", view) {
      check(lambda);
      const other = perPrompt(view);
      if (other) return other.top(lambda, k, order, view);
      const tilts = await stretches.tilt(lambda);
      const parts = await stretches.top(lambda, k, order);
      return mergeTops(parts, stretches.firsts, tilts, { k, order, base });
    },
  };
}

function check(lambda: Float64Array): void {
  for (const l of lambda) if (!Number.isFinite(l)) throw new Error(`invalid lambda: ${l}`);
}
