import { placeSamples } from "./kernel-oracle.ts";
import type {
  Binning,
  PartialHistograms,
  PartialSupport,
  PartialTilt,
  RowSums,
  ScoredRow,
} from "./row-sums.ts";

/** What the pool asks of a shard; all but the first are a few dozen numbers either way. */
export type ShardQuestion =
  | {
      readonly kind: "load";
      readonly columns: readonly (Float64Array | Float32Array)[];
      readonly weights: Float64Array | null;
    }
  | { readonly kind: "tilt"; readonly lambda: Float64Array }
  | { readonly kind: "support"; readonly direction: Float64Array }
  | { readonly kind: "distribution"; readonly lambda: Float64Array; readonly binning: Binning }
  | {
      readonly kind: "top";
      readonly lambda: Float64Array;
      readonly k: number;
      readonly order: "lifted" | "lowered";
    };

/** What a shard says to each kind of question. */
export interface ShardAnswers {
  load: null;
  tilt: PartialTilt;
  support: PartialSupport;
  distribution: PartialHistograms;
  top: ScoredRow[];
}

/** A question on its way; the reply carries the same number. */
export interface ShardCall {
  readonly id: number;
  readonly question: ShardQuestion;
}

/** A reply on its way back. */
export interface ShardReply {
  readonly id: number;
  readonly answer: ShardAnswers[keyof ShardAnswers];
}

/** Holds a shard's rows and answers for them. Errors: throws `invalid shard: …` where it is asked before it has rows. */
export function shardService(): (call: ShardCall) => ShardReply {
  let sums: RowSums | null = null;
  return ({ id, question }) => {
    if (question.kind === "load") {
      const { columns, weights } = question;
      const rows = columns[0].length;
      const placed = placeSamples({ rows, values: [], columns, weights, prompts: null });
      sums = placed.sums(0, rows);
      return { id, answer: null };
    }
    if (!sums) throw new Error(`invalid shard: ${question.kind} before its rows`);
    return { id, answer: answerFrom(sums, question) };
  };
}

/** The answer of some rows to a question. */
export function answerFrom<Q extends Exclude<ShardQuestion, { kind: "load" }>>(
  sums: RowSums,
  question: Q,
): ShardAnswers[Q["kind"]] {
  const asked: Exclude<ShardQuestion, { kind: "load" }> = question;
  const answer = () => {
    switch (asked.kind) {
      case "tilt":
        return sums.tilt(asked.lambda);
      case "support":
        return sums.support(asked.direction);
      case "distribution":
        return sums.distribution(asked.lambda, asked.binning);
      case "top":
        return sums.top(asked.lambda, asked.k, asked.order);
    }
  };
  return answer() as ShardAnswers[Q["kind"]];
}
