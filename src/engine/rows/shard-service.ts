import type { ShardApi } from "../contract.ts";
import { placeSamples } from "./kernel-oracle.ts";
import type {
  Binning,
  PartialHistograms,
  PartialSupport,
  PartialTilt,
  RowSums,
  ScoredRow,
} from "./row-sums.ts";

/** Holds a shard's rows and answers for them. Errors: throws `invalid shard: …` where it is asked before it has rows. */
export class ShardService implements ShardApi {
  private sums: RowSums | null = null;

  /** Takes its rows. */
  load(columns: readonly (Float64Array | Float32Array)[], weights: Float64Array | null): void {
    const rows = columns[0].length;
    this.sums = placeSamples({ rows, values: [], columns, weights, prompts: null }).sums(0, rows);
  }

  /** Sums at one λ. */
  tilt(lambda: Float64Array): PartialTilt {
    return this.held().tilt(lambda);
  }

  /** The furthest row. */
  support(direction: Float64Array): PartialSupport {
    return this.held().support(direction);
  }

  /** Bins before and after. */
  distribution(lambda: Float64Array, binning: Binning): PartialHistograms {
    return this.held().distribution(lambda, binning);
  }

  /** The rows of the greatest or least score. */
  top(lambda: Float64Array, k: number, order: "lifted" | "lowered"): ScoredRow[] {
    return this.held().top(lambda, k, order);
  }

  private held(): RowSums {
    if (!this.sums) throw new Error("invalid shard: asked before its rows");
    return this.sums;
  }
}
