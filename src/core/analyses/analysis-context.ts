import type { Checkpoint } from "../rows/checkpoint.ts";
import type { TiltOracle } from "../rows/oracle.ts";
import type { Samples } from "../rows/samples.ts";
import type { SolveCache } from "../solve/solve-cache.ts";

/** What an analysis works with: the rows by their oracle, and a checkpoint that reports progress and may call it off. */
export interface AnalysisContext {
  readonly samples: Samples;
  readonly oracle: TiltOracle;
  readonly solveCache: SolveCache;
  readonly checkpoint: Checkpoint;
}
