import type { Random } from "../../../src/core/numerics/random.ts";

/** A population whose solution is known exactly, and how samples are drawn from it. */
export interface Population {
  readonly name: string;
  readonly seed: number;
  readonly rows: number;
  /** What is asked; far below the mean where a value is not to bind. */
  readonly targets: readonly number[];
  /** Shares of the targets that are asked as quantiles and taken from each sample. Default none. */
  readonly quantiles?: readonly (number | null)[];
  /** The population's own λ and drift for these targets. */
  readonly lambda: readonly number[];
  readonly kl: number;
  /** The levels that a λ really reaches. */
  levelsAt(lambda: readonly number[]): readonly number[];
  draw(random: Random): {
    readonly columns: readonly Float64Array[];
    readonly prompts?: Int32Array;
  };
}
